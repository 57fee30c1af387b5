import { tmpdir } from 'node:os';
import { afterAll, afterEach } from 'vitest';
import { newDatabase, type Server, serverPrograms, startServer } from '../../src/bench/private-server.ts';
import type { Incoming, Outgoing, RemoveResult, Sender, SendResult } from '../../src/core/mailbox.ts';
import { PrivateText } from '../../src/core/private-text.ts';
import { plainReply, type Reply } from '../../src/core/reply.ts';
import type { Content, Update } from '../../src/core/update.ts';
import { type Database, openDatabase, openScratch } from '../../src/postgres/open.ts';
import type { Push } from '../../src/pushing.ts';
import { openQueue, type Pace, type Queue } from '../../src/queue.ts';
import { type Thought, turnOf } from '../../src/turn/turn.ts';
import type { BroadcastTrouble } from '../../src/worker/broadcast/parts.ts';
import type { MailboxTrouble } from '../../src/worker/parts.ts';
import { replies } from '../fakes.ts';

/** The engines a queue must work on. A server is tested where its programs are installed. */
export const engines = serverPrograms() === null ? (['embedded'] as const) : (['embedded', 'postgres'] as const);
export type Engine = 'embedded' | 'postgres';

let server: Server | null = null;

/** The server that the databases of this file are on. */
export async function serverOfTests(): Promise<Server> {
  server ??= await startServer(tmpdir(), { toDisk: false });
  return server;
}

/** What each test of this file opens: ends of it, which come after the test in this order. */
export function closedAfterEach(): Array<() => Promise<unknown>> {
  const open: Array<() => Promise<unknown>> = [];
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });
  return open;
}

let embedded: Database | null = null;
afterAll(async () => {
  await embedded?.close();
  embedded = null;
  await server?.stop();
  server = null;
});

/** An empty, migrated database. The embedded one is slow to make: the tests of a file use it one after another. */
export async function openEmpty(engine: Engine): Promise<Database & { url?: string }> {
  if (engine === 'embedded') {
    embedded ??= await openScratch({ prepare: async () => {} });
    const { pool } = embedded;
    await pool.query(
      'truncate inbox, outbox, lane, erasable, update_seen, conversation, fact, subscription, campaign, campaign_send, broadcast_lease',
    );
    const { rows } = await pool.query("select to_regclass('graphile_worker._private_jobs') as jobs");
    if (rows[0].jobs !== null) await pool.query('delete from graphile_worker._private_jobs');
    return { ...embedded, close: async () => {} };
  }
  return openAt(await newDatabase(await serverOfTests()));
}

/** Another process's view of the same server database. */
export async function openAt(url: string): Promise<Database & { url: string }> {
  const unused = { dataDir: '', snapshotDir: '', fingerprint: '', onProgress: () => {} };
  return { ...(await openDatabase({ ...unused, databaseUrl: url, prepare: async () => {} })), url };
}

export type Sent = { address: string; text: string };

/** A channel that keeps what it was given; `answer` decides what the platform says. */
export function fakeChannel(answer: (sent: Sent, nth: number) => SendResult | Promise<SendResult> = () => sentAs('s')) {
  const sent: Sent[] = [];
  const removed: string[][] = [];
  const calls: Sent[] = [];
  const sender: Sender & { removal: () => RemoveResult } = {
    removal: () => ({ kind: 'removed', left: 0 }),
    render: (reply: Reply) => reply.bubbles.map((text) => ({ text })),
    async send(address: string, message: Outgoing) {
      const one = { address, text: (message as { text: string }).text };
      calls.push(one);
      const result = await answer(one, calls.length);
      if (result.kind === 'sent') sent.push(one);
      return result;
    },
    async remove(_address: string, ids: string[]) {
      const result = sender.removal();
      if (result.kind === 'removed') removed.push(ids);
      return result;
    },
    renderErased: (reply: Reply, { known, left }) => [{ text: `${reply.bubbles[0]} ${known}/${left}` }],
  };
  return { sender, sent, calls, removed };
}

let ids = 0;
export const sentAs = (prefix: string): SendResult => ({ kind: 'sent', ids: [`${prefix}${++ids}`] });

export const usualKey = 'an invented key of thirty-two characters';
const quick: Pace = { pollMs: 50, sweepMs: 100, waitedSeconds: 1, backoffSeconds: () => 0.05 };

/** The queue with its chores done as often as it looks: a minute is long in a test. */
export function withChores(queue: Queue, everyMs = quick.sweepMs): Queue {
  const chores = setInterval(() => {
    for (const { work } of queue.chores) void work().catch(() => {});
  }, everyMs);
  const stop = async () => {
    clearInterval(chores);
    await queue.stop();
  };
  return { ...queue, stop };
}

export type Thinks = (update: Update, text: string) => Promise<Reply | 'erase'> | Reply | 'erase';

/** A queue over a database with a turn that the test decides; by default it repeats the update's id. */
export async function openHouse(
  database: Database,
  { sender }: Pick<ReturnType<typeof fakeChannel>, 'sender'>,
  thinks: Thinks = (update) => plainReply([`re ${update.id}`], 'answer'),
  options: {
    keys?: string[];
    pace?: Partial<Pace>;
    ordinary?: (update: Update) => boolean;
    push?: Push;
    contactKey?: string;
  } = {},
): Promise<Queue & { troubles: Array<MailboxTrouble | BroadcastTrouble> }> {
  const troubles: Array<MailboxTrouble | BroadcastTrouble> = [];
  const think = async (update: Update): Promise<Thought> => {
    const at = new Date();
    const ordinary = options.ordinary?.(update) ?? false;
    const text = update.content.kind === 'text' ? update.content.text.reveal() : '';
    const reply = await thinks(update, text);
    if (reply === 'erase') return { reply: plainReply(['erased'], 'smalltalk'), record: null, at, ordinary };
    const { contact, channel } = update;
    const next = { stage: 'open' as const, seenAt: at, topic: null, care: null };
    const { outcome, level } = reply;
    const fact = { bucket: at, channel, topic: null, document: null, outcome, level, latencyMs: 1, feedback: null };
    return { reply, record: { contact, next, fact }, at, ordinary };
  };
  const thinking = { think, record: async () => {} };
  const queue = await openQueue({
    bot: { database, replies, thinking, turn: turnOf(thinking) },
    senders: new Map([['telegram', sender]]),
    queueKey: options.keys ?? [usualKey],
    onTrouble: (code) => troubles.push(code),
    pace: { ...quick, ...options.pace },
    push: options.push,
    ...(options.contactKey === undefined ? {} : { contactKey: options.contactKey }),
  });
  return { ...withChores(queue, options.pace?.sweepMs), troubles };
}

let updates = 0;

/** A message of an invented person. */
export function incoming(contact: string, text: string | Content = 'xin chào', more: Partial<Incoming> = {}): Incoming {
  const nth = ++updates;
  const content: Content = typeof text === 'string' ? { kind: 'text', text: new PrivateText(text) } : text;
  return {
    update: { id: `u${nth}`, channel: 'telegram', contact, sentAt: new Date(), content },
    address: `chat-${contact}`,
    messageIds: [`m${nth}`],
    sequence: nth,
    receivedAt: new Date(),
    ...more,
  };
}

/** Waits until `true`, looking often; the test's own time limit is the only clock. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Rows of a table. */
export async function count(database: Database, table: string): Promise<number> {
  return (await database.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n;
}
