import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { keptKeys } from '../../src/kept-keys.ts';
import { makeSeal } from '../../src/postgres/mailbox/seal.ts';
import { deskSecrets, queueSecrets } from '../../src/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = 'k'.repeat(32);

test('without settings keys are made once, for this account only', () => {
  const config = parseConfig({ DATA_DIR: join(folder, 'a') });
  const [made, again] = [queueSecrets(config), queueSecrets(config)].map(({ queueKey, contactKey }) => {
    if (Array.isArray(queueKey)) throw new Error('not kept');
    return [queueKey.words.all(), queueKey.ids.all(), [contactKey]];
  });
  expect(again).toEqual(made);
  expect(new Set(made?.flat()).size).toBe(3);
  const file = join(folder, 'a', 'keys', 'words.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a renewed key still opens what the one before closed; the one before that is forgotten', () => {
  const file = join(folder, 'r', 'words.key');
  const keys = keptKeys(file);
  const seal = makeSeal(keys.all);
  const sealed = seal.close('lời kể', 'x');
  keys.renew();
  expect(seal.open(sealed, 'x')).toBe('lời kể');
  expect(makeSeal(keptKeys(file).all).open(sealed, 'x')).toBe('lời kể');
  const young = seal.close('lời sau', 'x');
  keys.renew();
  expect(seal.open(sealed, 'x')).toBeNull();
  expect(seal.open(young, 'x')).toBe('lời sau');
  expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
});

test('secrets of the environment win, and then no file is made', () => {
  const config = parseConfig({ DATA_DIR: join(folder, 'b'), QUEUE_KEY: key, CONTACT_KEY: key });
  expect(queueSecrets(config)).toEqual({ queueKey: [key], contactKey: key });
  expect(() => statSync(join(folder, 'b'))).toThrow();
});

test('the key before stands beside the new one, and never alone', () => {
  const old = 'o'.repeat(32);
  const both = { DATA_DIR: join(folder, 'd'), QUEUE_KEY: key, QUEUE_KEY_OLD: old, CONTACT_KEY: key };
  expect(queueSecrets(parseConfig(both)).queueKey).toEqual([key, old]);
  expect(() => queueSecrets(parseConfig({ DATA_DIR: join(folder, 'd'), QUEUE_KEY_OLD: old }))).toThrowError(
    /^Có QUEUE_KEY_OLD mà thiếu QUEUE_KEY/,
  );
});

test('with a server both must be set, and the message names what is missing', () => {
  const config = parseConfig({ DATABASE_URL: 'postgres://x@localhost/x', CONTACT_KEY: key });
  expect(() => queueSecrets(config)).toThrowError(/^Thiếu QUEUE_KEY\./);
});

test('a spoilt key file is one clear line', () => {
  queueSecrets(parseConfig({ DATA_DIR: join(folder, 'c') }));
  writeFileSync(join(folder, 'c', 'keys', 'words.key'), 'x');
  expect(() => queueSecrets(parseConfig({ DATA_DIR: join(folder, 'c') }))).toThrowError(/Không đọc ghi được khoá/);
});

test('what people come back with is kept from start to start, what drafts are closed with is not', () => {
  const config = parseConfig({ DATA_DIR: join(folder, 'd') });
  const [first, second] = [deskSecrets(config, false), deskSecrets(config, false)];
  expect(second.returns).toBe(first.returns);
  expect(second.drafts).not.toBe(first.drafts);
  expect(statSync(join(folder, 'd', 'keys', 'desk.key')).mode & 0o777).toBe(0o600);
  expect(deskSecrets(config, true).returns).not.toBe(first.returns);
});

test('with a server the desk asks for a key that replicas share', () => {
  const database = { DATABASE_URL: 'postgres://a@b/c', DATA_DIR: join(folder, 'e') };
  expect(() => deskSecrets(parseConfig(database), false)).toThrow(/QUEUE_KEY/);
  expect(deskSecrets(parseConfig({ ...database, QUEUE_KEY: key }), false)).toEqual({ returns: key, drafts: key });
});
