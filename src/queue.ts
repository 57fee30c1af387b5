import { randomInt, randomUUID } from 'node:crypto';
import type { Bot } from './bot.ts';
import type { Chore } from './core/chore.ts';
import type { Mailbox, Senders } from './core/mailbox.ts';
import { resealSubscriptions } from './postgres/broadcast/subscriptions.ts';
import { freeDead, showAlive } from './postgres/mailbox/alive.ts';
import { keepErasable } from './postgres/mailbox/erasable.ts';
import { sweepStalled, task } from './postgres/mailbox/jobs.ts';
import { postgresLanes } from './postgres/mailbox/lanes.ts';
import { freeAll, migrateJobs, type Runner, runJobs } from './postgres/mailbox/runner.ts';
import { freeingLanes } from './postgres/mailbox/stuck.ts';
import { openPushing, type Push } from './pushing.ts';
import { storing } from './queue-coming.ts';
import { forgetKeys, sealsOf } from './queue-keys.ts';
import type { QueueKey } from './secrets.ts';
import { AtWork } from './worker/at-work.ts';
import { backoffSeconds } from './worker/backoff.ts';
import { type Besides, makeBesides } from './worker/besides.ts';
import type { BroadcastTrouble } from './worker/broadcast/parts.ts';
import { makeDirect } from './worker/direct.ts';
import { Ending } from './worker/ending.ts';
import { makeFlood } from './worker/flood.ts';
import { makeLane } from './worker/lane.ts';
import { makeMailbox } from './worker/mailbox.ts';
import type { LaneParts, MailboxTrouble } from './worker/parts.ts';
import { makeTurnstile } from './worker/turnstile.ts';
import { Unnoted } from './worker/unnoted.ts';

/** The durable queue at work. */
export type Queue = Mailbox & {
  /** Whether it looked after what waits lately: the database took it and nothing hung. */
  isAlive: () => boolean;
  /** What is done once over all replicas. */
  chores: Chore[];
  /** Finishes what is being turned or sent; the rest stays for the next start. Channels stop receiving before. */
  stop: () => Promise<void>;
};

export type QueueOptions = {
  bot: Pick<Bot, 'thinking' | 'turn' | 'replies' | 'database'>;
  senders: Senders;
  queueKey: QueueKey;
  /** What contacts are made with; what is kept of subscribers under another one is let go. */
  contactKey?: string;
  onTrouble: (code: MailboxTrouble | BroadcastTrouble) => void;
  /** What is sent to subscribers; without it nothing is. */
  push?: Push | undefined;
  /** Lanes looked after at once. */
  atOnce?: number;
  pace?: Pace;
};

/** How fast the queue looks for what is due and tries again. Tests are quicker. */
export type Pace = {
  /** How often jobs that are due later are looked for. */
  pollMs: number;
  /** How often, and after how long a wait, rows without anybody at work are looked for. */
  sweepMs: number;
  waitedSeconds: number;
  backoffSeconds: (tries: number) => number;
};

/** After so many looks that did not come about the queue is said to be down. */
const missedSweeps = 5;
const forgetMs = 10 * 60_000;
/** Lanes looked after without a job, as soon as their letter is stored, for each that is looked after by a job. */
const besidesFactor = 2;
/** So many thoughts are let go first while updates that come, and turns that end, are gathered for one statement. */
const takingRounds = 1;
const endingRounds = 5;
const usualPace: Pace = { pollMs: 1_000, sweepMs: 5_000, waitedSeconds: 10, backoffSeconds };

/** Opens the queue for the channels in `senders` and starts working. Only for channels that are switched on. */
export async function openQueue(options: QueueOptions): Promise<Queue> {
  const { bot, senders, queueKey, onTrouble, pace = usualPace } = options;
  const { pool, kind } = bot.database;
  // One backend does one thing at a time: more lanes would only wait for it with messages sent and not noted.
  const atOnce = options.atOnce ?? (kind === 'embedded' ? 8 : 16);
  const seals = sealsOf(queueKey, options.contactKey);
  await migrateJobs(pool);
  const replica = randomInt(1, 2 ** 31 - 1);
  // On the embedded database the folder's lock proves that nobody else is at work.
  const alive = kind === 'embedded' ? null : showAlive(pool, replica);
  if (alive === null) await freeAll(pool);
  await forgetKeys(queueKey, pool);
  if (Array.isArray(queueKey) && queueKey.length > 1) await resealSubscriptions(pool, seals.subscriptions);
  let stopping = false;
  const now = () => new Date();
  const ending = new Ending();
  const direct = makeDirect({
    turn: bot.turn,
    senders,
    replies: bot.replies,
    now,
    keep: (unkept) => keepErasable(pool, seals.ids, unkept),
    ending,
    onTrouble,
  });
  const turnstile = makeTurnstile();
  const gatherWhile = (rounds: number) => () => turnstile.yieldTo(rounds);
  const { lanes, free, doubt } = freeingLanes(
    pool,
    postgresLanes(pool, seals, bot.database.urgent, gatherWhile(endingRounds)),
  );
  const atWork = new AtWork();
  let jobs = 0;
  const parts: LaneParts = {
    lanes,
    atWork,
    crowded: () => besides.room() === 0 || jobs >= atOnce,
    senders,
    think: async (...given) => {
      await turnstile.pass();
      return bot.thinking.think(...given);
    },
    replies: bot.replies,
    now,
    newHolder: () => `${replica}/${randomUUID()}`,
    stopping: () => stopping,
    answered: direct.answered,
    unnoted: new Unnoted(),
    flood: makeFlood(),
    backoffSeconds: pace.backoffSeconds,
    onTrouble,
  };
  let looked = performance.now();
  const pushing = openPushing(pool, seals, senders, ending, options.push, {
    now,
    newHolder: parts.newHolder,
    stopping: () => stopping,
    onTrouble,
  });
  const sweep = async (seconds: number) => {
    try {
      await alive?.keep();
      if (alive) await freeDead(pool, replica);
      await free();
      await direct.keepIds();
      await pushing.endDue();
      await sweepStalled(pool, [...senders.keys()], seconds);
      looked = performance.now();
    } catch {
      onTrouble('mailbox-sweep');
    }
  };
  await sweep(0);
  const look = makeLane(parts);
  const besides: Besides = makeBesides(look, kind === 'embedded' ? atOnce : atOnce * besidesFactor);
  const runner: Runner = await runJobs(pool, {
    tasks: {
      async [task](payload) {
        jobs++;
        await look((payload as { contact: string }).contact);
        jobs--;
      },
    },
    atOnce,
    pollMs: pace.pollMs,
    ahead: true,
    onRestart: () => onTrouble('mailbox-restarted'),
  });
  void pushing.look();
  const sweeper = setInterval(() => {
    void sweep(pace.waitedSeconds);
    void pushing.look();
  }, pace.sweepMs);
  const forgetter = setInterval(() => void forgetKeys(queueKey, pool), forgetMs);
  for (const timer of [sweeper, forgetter]) timer.unref();
  const mailbox = makeMailbox({
    store: storing({
      sql: bot.database.urgent,
      seal: seals.words,
      besides,
      atWork,
      turnstile,
      newHolder: parts.newHolder,
      stopping: () => stopping,
      doubt,
    }),
    pause: gatherWhile(takingRounds),
    drop: lanes.drop,
    hurry: (contact) => lanes.again(contact, 0),
    direct,
    onTrouble,
  });
  return {
    ...mailbox,
    chores: [{ name: 'campaigns', everyMinutes: 1, work: pushing.begin }],
    isAlive: () => !stopping && performance.now() - looked < missedSweeps * pace.sweepMs,
    async stop() {
      if (stopping) return;
      stopping = true;
      for (const timer of [sweeper, forgetter]) clearInterval(timer);
      await Promise.all([runner.stop(), pushing.stop()]);
      await besides.ended();
      alive?.stop();
    },
  };
}
