import { createServer } from 'node:http';
import { Bot, webhookCallback } from 'grammy';

// The measure of things: the barest bot of the same library, at the same server, knocked at in the same way.
const { token, apiRoot, url, secret } = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
if (!token || !apiRoot || !url || !secret) throw new Error('started by the bench only');
const bot = new Bot(token, { client: { apiRoot } });
bot.on('message:text', (context) => context.reply(context.message.text));
bot.on('message:voice', (context) => context.reply('voice'));
bot.on('callback_query:data', async (context) => {
  await context.answerCallbackQuery();
  await context.reply(context.callbackQuery.data);
});
// A machine that is too busy to answer in time makes Telegram deliver again; it must not end the measure.
bot.catch(() => {});
await bot.init();
const { port } = new URL(url);
const knock = webhookCallback(bot, 'http', { secretToken: secret, onTimeout: 'return' });
createServer((request, response) => void knock(request, response).catch(() => response.writeHead(503).end())).listen(
  Number(port),
  '127.0.0.1',
  async () => {
    await bot.api.setWebhook(url, { secret_token: secret, max_connections: 100 });
    process.stdout.write('ready\n');
  },
);
process.on('SIGTERM', () => process.exit(0));
