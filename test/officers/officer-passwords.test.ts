import { hash } from '@node-rs/argon2';
import { expect, test } from 'vitest';
import { makePasswords, TooBusy } from '../../src/dashboard/access/passwords.ts';

const passwords = makePasswords();
const right = 'một câu dài để thử';

test('a password is kept as argon2id with what OWASP asks: 19 MiB, two passes, a salt of its own', async () => {
  const [one, two] = await Promise.all([passwords.hash(right), passwords.hash(right)]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22,}\$[\w+/]{43}$/);
  expect(one).not.toBe(two);
  expect(one).not.toContain(right);
});

test('the password fits, another does not, and neither does anything fit nobody', async () => {
  const kept = await passwords.hash(right);
  expect(await passwords.fits(kept, right)).toBe(true);
  for (const wrong of [`${right} `, right.toUpperCase(), right.slice(1), '', kept])
    expect(await passwords.fits(kept, wrong)).toBe(false);
  for (const any of [right, '', 'nobody has this password']) expect(await passwords.fits(null, any)).toBe(false);
});

test('the same letters typed on another keyboard are the same password', async () => {
  const kept = await passwords.hash(right.normalize('NFC'));
  expect(await passwords.fits(kept, right.normalize('NFD'))).toBe(true);
});

test('a hash made at other costs is judged by the costs it names', async () => {
  const before = await hash(right, { memoryCost: 8_192, timeCost: 3, parallelism: 1 });
  expect(await passwords.fits(before, right)).toBe(true);
  expect(await passwords.fits(before, `${right}!`)).toBe(false);
});

test('more than may wait are sent away, and the others are served', async () => {
  const few = makePasswords({ atOnce: 1, mostWaiting: 2 });
  const all = await Promise.allSettled(Array.from({ length: 5 }, () => few.fits(null, right)));
  expect(all.map((one) => (one.status === 'rejected' ? one.reason instanceof TooBusy : one.value))).toEqual([
    ...[false, false, false],
    ...[true, true],
  ]);
});
