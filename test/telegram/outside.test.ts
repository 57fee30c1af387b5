import { createServer } from 'node:net';
import { TelegramServer } from 'telegram-test-api/lib/telegramServer.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';

// The same door against an emulator that somebody else wrote. It lacks commands, typing and deleting many at once, and
// sends no webhook secret: what it lacks must not stop the bot.
const token = '123456:abcdefghijklmnopqrstuvwxyz_0123456789';
let server: TelegramServer;
let house: House;

beforeEach(async () => {
  server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  house = await openHouse({ token, apiRoot: server.config.apiURL });
});
afterEach(async () => {
  await house.telegram.stop();
  await server.stop();
  await house.close();
});

type Sent = { text: string; reply_markup?: { inline_keyboard: Array<Array<{ text: string; callback_data: string }>> } };

test('a basic conversation: a question, a button, a card, erasing', async () => {
  const client = server.getClient(token, { chatId: 501, userId: 501, firstName: 'An', timeout: 20_000, interval: 20 });
  const next = async (): Promise<Sent> => (await client.getUpdates()).result.at(-1)?.message as unknown as Sent;

  await client.sendMessage(client.makeMessage('bao nhiêu tuổi được kết hôn'));
  const answer = await next();
  expect(answer.text).toContain('Nam từ đủ 20 tuổi');
  const useful = answer.reply_markup?.inline_keyboard.flat().find((one) => one.text === 'Có ích');
  expect(useful).toBeDefined();

  const tapped = client.makeCallbackQuery(useful?.callback_data ?? '', {
    message: { message_id: 2, chat: { id: 501, type: 'private', first_name: 'An' } },
  } as never);
  await client.sendCallback(tapped);
  expect((await next()).text).toContain('Cảm ơn bạn');
  expect(house.conversations.facts.at(-1)?.feedback).toBe('useful');

  await client.sendCommand(client.makeCommand('/trogiup'));
  expect((await next()).text).toMatch(/113[\s\S]*115[\s\S]*111/);

  await client.sendMessage(client.makeMessage('/xoa'));
  expect((await next()).text).toMatch(/Xong rồi|Mình đã quên/);
  expect(house.conversations.stored.size).toBe(0);
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
