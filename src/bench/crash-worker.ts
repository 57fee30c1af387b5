import { openBot } from '../app.ts';
import { parseConfig } from '../config.ts';
import type { Sender } from '../core/mailbox.ts';
import { PrivateText } from '../core/private-text.ts';
import { openQueue } from '../queue.ts';
import type { PlatformUpdate } from './crash-platform.ts';

/** One life of the service in the crash bench: the real turn and queue behind a channel made for counting. */
export type WorkerOptions = { platform: string; life: number; dataDir: string; databaseUrl: string | null };

const { platform, life, dataDir, databaseUrl } = JSON.parse(process.argv[2] ?? '{}') as WorkerOptions;
const config = parseConfig({ DATA_DIR: dataDir, ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }) });
const bot = await openBot(config, { scratch: false, onProgress: () => {} });

/** Every bubble names the update it answers, so that the platform can count. */
type Numbered = { answers: number; part: number; parts: number; text: string };
const sender: Sender = {
  render: ({ bubbles: [answers, ...bubbles] }) =>
    bubbles.map((text, part): Numbered => ({ answers: Number(answers), part, parts: bubbles.length, text })),
  async send(contact, message) {
    const { answers, part, parts } = message as Numbered;
    const body = JSON.stringify({ contact, answers, part, parts, life });
    const response = await fetch(`${platform}/send`, { method: 'POST', body });
    return { kind: 'sent', ids: [((await response.json()) as { id: string }).id] };
  },
};
const thinking = {
  ...bot.thinking,
  think: async (...given: Parameters<typeof bot.thinking.think>) => {
    const [update] = given;
    const thought = await bot.thinking.think(...given);
    // Every message must be answered to be counted, however fast its person writes.
    return { ...thought, ordinary: false, reply: { ...thought.reply, bubbles: [update.id, ...thought.reply.bubbles] } };
  },
};
const queue = await openQueue({
  bot: { ...bot, thinking },
  senders: new Map([['telegram', sender]]),
  queueKey: ['only for the bench: an invented key'],
  onTrouble: (code) => process.stdout.write(`trouble ${code}\n`),
});
process.stdout.write('ready\n');

for (let confirmed = 0; ; ) {
  const response = await fetch(`${platform}/updates?confirmed=${confirmed}`);
  const updates = (await response.json()) as PlatformUpdate[];
  const now = new Date();
  await Promise.all(
    updates.map(({ id, contact, text }) =>
      queue.accept({
        update: {
          id: String(id),
          channel: 'telegram',
          contact,
          sentAt: now,
          content: { kind: 'text', text: new PrivateText(text) },
        },
        address: contact,
        messageIds: [`m${id}`],
        sequence: id,
        receivedAt: now,
      }),
    ),
  );
  confirmed = Math.max(confirmed, ...updates.map((one) => one.id));
}
