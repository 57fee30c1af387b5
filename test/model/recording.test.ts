import { Api } from 'grammy';
import { afterEach, expect, test } from 'vitest';
import { decode } from '../../src/channels/telegram/decode.ts';
import { recordings } from '../../src/channels/telegram/recording.ts';
import { type BotApi, openBotApi } from '../telegram/bot-api.ts';

let telegram: BotApi;
afterEach(() => telegram.close());
const noTime = () => AbortSignal.timeout(300_000);
const fetching = () => {
  const root = { apiRoot: telegram.url, token: telegram.token };
  return recordings(new Api(root.token, { apiRoot: root.apiRoot }), root);
};

test('a voice note is known by its name alone, and fetched into memory', async () => {
  telegram = await openBotApi();
  const name = telegram.file(Buffer.from('tiếng nói'));
  const message = { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, voice: { file_id: name, duration: 3 } };
  const found = decode({ update_id: 1, message }, new Date());
  expect(found).toMatchObject({ content: { kind: 'unsupported', what: 'voice', recording: name } });
  const bytes = await fetching()(name, noTime());
  expect(Buffer.from(bytes ?? []).toString()).toBe('tiếng nói');
});

test('one that is gone, or far too long, is not listened to', async () => {
  telegram = await openBotApi();
  expect(await fetching()('never-was', noTime())).toBeNull();
  expect(await fetching()(telegram.file(Buffer.alloc(6 * 1024 * 1024)), noTime())).toBeNull();
});

test('a voice note in another form than known is one that cannot be read, not a malformed update', async () => {
  telegram = await openBotApi();
  const message = { message_id: 1, date: 1, chat: { id: 5, type: 'private' }, voice: 'odd' };
  expect(decode({ update_id: 1, message }, new Date())).toMatchObject({
    content: { kind: 'unsupported', what: 'voice' },
  });
});
