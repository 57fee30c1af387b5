import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { queueSecrets } from '../../src/secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'hoa-ban-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const key = 'k'.repeat(32);

test('without settings both secrets are made once, for this account only', () => {
  const config = parseConfig({ DATA_DIR: join(folder, 'a') });
  const made = queueSecrets(config);
  expect(queueSecrets(config)).toEqual(made);
  expect(made.queueKey).not.toBe(made.contactKey);
  const file = join(folder, 'a', 'keys', 'queue.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).toBe(made.queueKey);
});

test('secrets of the environment win, and then no file is made', () => {
  const config = parseConfig({ DATA_DIR: join(folder, 'b'), QUEUE_KEY: key, CONTACT_KEY: key });
  expect(queueSecrets(config)).toEqual({ queueKey: key, contactKey: key });
  expect(() => statSync(join(folder, 'b'))).toThrow();
});

test('with a server both must be set, and the message names what is missing', () => {
  const config = parseConfig({ DATABASE_URL: 'postgres://x@localhost/x', CONTACT_KEY: key });
  expect(() => queueSecrets(config)).toThrowError(/^Thiếu QUEUE_KEY\./);
});

test('a spoilt key file is one clear line', () => {
  queueSecrets(parseConfig({ DATA_DIR: join(folder, 'c') }));
  writeFileSync(join(folder, 'c', 'keys', 'queue.key'), 'x');
  expect(() => queueSecrets(parseConfig({ DATA_DIR: join(folder, 'c') }))).toThrowError(/Không đọc ghi được khoá/);
});
