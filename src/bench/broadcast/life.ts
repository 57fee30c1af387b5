import { openBot } from '../../app.ts';
import type { Config } from '../../config.ts';
import { openMessengers } from '../../messengers.ts';
import { closeSubscribed, subscriptionSeal } from '../../postgres/broadcast/subscriptions.ts';

/** One life of the service in the bench of sending to many, without the page. `subscribers`: made in the first life. */
export type LifeOptions = { config: Config; perSecond: number; subscribers: number | null };

const { config, perSecond, subscribers } = JSON.parse(process.argv[2] ?? '{}') as LifeOptions;
const tell = (line: string) => process.stdout.write(`${line}\n`);
const bot = await openBot(config, { scratch: false, onProgress: () => {} });
const { pool } = bot.database;
if (subscribers !== null) await prepare(subscribers);
const messengers = await openMessengers({
  bot,
  config,
  log: { warn: (event, { code = '' }: { code?: string } = {}) => tell(`trouble ${event} ${code}`) },
  tell: () => {},
  pushPerSecond: perSecond,
});
messengers.start();
tell('ready');
for (const { work } of messengers.chores) await work();
for (let isOver = false; !isOver; ) {
  const { rows } = await pool.query('select state, planned, sent, refused, gone, uncertain, late from campaign');
  isOver = rows[0]?.state === 'done';
  if (isOver) tell(`over ${JSON.stringify(rows[0])}`);
  await new Promise((resolve) => setTimeout(resolve, 200));
}
await messengers.stop();
await bot.close();
process.exit(0);

/** People who asked for news, and a message that two officers agreed to, due now. */
async function prepare(count: number): Promise<void> {
  const seal = subscriptionSeal(() => [config.queueKey ?? ''], config.contactKey ?? '');
  const [fact] = bot.content.current().words.daily.facts;
  const chats = Array.from({ length: count }, (_, at) => `${at + 1}`);
  const contacts = chats.map((chat) => `bench-${chat}`);
  await pool.query(
    `insert into subscription (contact, channel, want, sealed)
     select contact, 'telegram', 'daily', sealed from unnest($1::text[], $2::bytea[]) as given (contact, sealed)`,
    [contacts, contacts.map((contact, at) => closeSubscribed(seal, contact, chats[at] ?? ''))],
  );
  await pool.query(
    `insert into campaign (day, starts_at, ends_at, audience, fact, words, state, made_by, approved_by)
     values (current_date, now(), now() + interval '2 hours', 'all', $1, $2, 'approved', 'a', 'b')`,
    [fact?.id, fact?.text],
  );
}
