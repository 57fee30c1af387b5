import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unknownPhones } from '../../src/core/phones.ts';
import { receiptIn } from '../../src/core/referral/receipt.ts';
import { loadServices } from '../../src/knowledge/services.ts';
import { isPublicKey, isSealedTo, newPair, openLetter, sealLetter } from '../../src/sealing/letter.ts';
import { newReceipt } from '../../src/sealing/receipt.ts';
import { makeSealing } from '../../src/sealing/sealing.ts';
import { content } from '../fakes.ts';

const place = { case: 'ca-thu', kind: 'referral' } as const;
const value = { words: 'lời kể của một người bịa ra', wants: ['talk'] };

describe('a sealed letter', () => {
  const [desk, recovery, stranger] = [newPair(), newPair(), newPair()];
  const sealed = sealLetter(value, place, [desk.publicKey, recovery.publicKey]);

  test('opens with the key of every recipient and with no other', () => {
    expect(openLetter(sealed, place, desk.privateKey)).toEqual(value);
    expect(openLetter(sealed, place, recovery.privateKey)).toEqual(value);
    expect(openLetter(sealed, place, stranger.privateKey)).toBeUndefined();
    expect(openLetter(sealed, place, 'x')).toBeUndefined();
  });

  test('opens in no other place', () => {
    expect(openLetter(sealed, { ...place, case: 'ca-khac' }, desk.privateKey)).toBeUndefined();
    expect(openLetter(sealed, { ...place, kind: 'from-person' }, desk.privateKey)).toBeUndefined();
  });

  test('does not open when a box was changed or given to another', () => {
    const letter = JSON.parse(sealed);
    const flip = (text: string) => `${text.slice(0, 30)}${text[30] === 'A' ? 'B' : 'A'}${text.slice(31)}`;
    const bent = JSON.stringify({ ...letter, body: flip(letter.body) });
    expect(openLetter(bent, place, desk.privateKey)).toBeUndefined();
    const moved = JSON.stringify({ ...letter, to: { [stranger.publicKey.id]: letter.to[desk.publicKey.id] } });
    expect(openLetter(moved, place, stranger.privateKey)).toBeUndefined();
  });

  test('shows neither its words nor much of its size', () => {
    expect(sealed).not.toContain('lời kể');
    const short = sealLetter({ words: 'a' }, place, [desk.publicKey]);
    const longer = sealLetter({ words: 'a'.repeat(400) }, place, [desk.publicKey]);
    expect(short.length).toBe(longer.length);
  });

  test('is told from anything else by its outside', () => {
    const both = [desk.publicKey, recovery.publicKey];
    expect(isSealedTo(sealed, both)).toBe(true);
    expect(isSealedTo(sealed, [...both, stranger.publicKey])).toBe(false);
    for (const junk of ['', '{}', 'null', '{"v":1}', 'lời kể']) expect(isSealedTo(junk, both)).toBe(false);
    expect(isPublicKey(desk.publicKey)).toBe(true);
    expect(isPublicKey({ ...desk.publicKey, id: stranger.publicKey.id })).toBe(false);
    expect(isPublicKey({ id: desk.publicKey.id, raw: 'AAAA' })).toBe(false);
  });
});

describe('a receipt', () => {
  const directory = loadServices(content.get('knowledge/services.yaml') ?? '');
  const receipts = Array.from({ length: 500 }, newReceipt);

  test('is found however it is written, with the word behind it', () => {
    for (const one of receipts.slice(0, 50)) {
      const bare = one.replaceAll('-', '');
      expect(receiptIn(one)).toEqual({ receipt: bare, rest: '' });
      expect(receiptIn(`  ${bare} hoa mận`)).toEqual({ receipt: bare, rest: 'hoa mận' });
      expect(receiptIn(one.replaceAll('-', ' . '))?.receipt).toBe(bare);
    }
  });

  test('is never taken for a number to call, so it reaches the person', () => {
    for (const one of receipts) expect(unknownPhones(`Mã của bạn: ${one}`, directory, '2026-11-26')).toEqual([]);
  });

  test('with one wrong digit is none', () => {
    fc.assert(
      fc.property(fc.nat(14), fc.constantFrom(...'23456789'), (at, digit) => {
        const bare = newReceipt().replaceAll('-', '');
        if (bare[at] === digit) return;
        expect(receiptIn(bare.slice(0, at) + digit + bare.slice(at + 1))).toBeNull();
      }),
    );
  });

  test.each(['', '0912345678', 'gọi 111', '234-567', '1800 1768', '999999999999999 9', 'năm 2025'])(
    '"%s" is none',
    (text) => expect(receiptIn(text)).toBeNull(),
  );
});

describe('coming back', () => {
  const sealing = makeSealing('một bí mật bịa ra đủ dài cho phép thử');

  test('takes the receipt and the code word, typed with or without marks', async () => {
    const { receipt, lock, privateKey } = await sealing.makeReturn('Hoa Mận');
    expect(await sealing.openReturn(lock.lock, receipt, 'hoa man')).toBe(privateKey);
    expect(await sealing.openReturn(lock.lock, receipt.replaceAll('-', ''), ' HOA MẬN. ')).toBe(privateKey);
    expect(await sealing.openReturn(lock.lock, receipt, 'hoa đào')).toBeNull();
    expect(await sealing.openReturn(lock.lock, newReceipt(), 'hoa mận')).toBeNull();
    expect(await sealing.openReturn(null, receipt, 'hoa mận')).toBeNull();
    expect(sealing.lookupOf(receipt)).toBe(lock.lookup);
  });

  test('is of no use with another secret: a copy of the database alone finds nothing', async () => {
    const { receipt, lock } = await sealing.makeReturn('hoa mận');
    const other = makeSealing('một bí mật khác, cũng bịa ra, cũng đủ dài');
    expect(other.lookupOf(receipt)).not.toBe(lock.lookup);
    expect(await other.openReturn(lock.lock, receipt, 'hoa mận')).toBeNull();
  });

  test('lets the person read what was sealed to their return key', async () => {
    const { lock, privateKey } = await sealing.makeReturn('hoa mận');
    const reply = { case: 'ca-thu', kind: 'from-officer' } as const;
    const sealed = sealing.seal({ text: 'Chào bạn.' }, reply, [lock.publicKey]);
    expect(sealing.open(sealed, reply, privateKey)).toEqual({ text: 'Chào bạn.' });
  });
});
