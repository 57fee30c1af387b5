import type { Hono } from 'hono';
import type { Bot } from './bot.ts';
import type { Config } from './config.ts';
import { localDay } from './core/local-day.ts';
import type { Running } from './core/running.ts';
import { alarms } from './core/service-alarms.ts';
import { listen } from './http.ts';
import type { Log } from './log.ts';
import type { Readings } from './metrics/metrics.ts';
import { backlogOf } from './postgres/mailbox/backlog.ts';
import type { OnTurn } from './watched.ts';

type Served = Pick<Hono, 'fetch'>;

/** How the service is watched from outside; does nothing where nobody asked for figures. */
export type Watching = {
  onTurn?: OnTurn;
  /** The same log, with its warnings counted. */
  log: Log;
  around: (doors: Served) => Served;
  /** Opens the door of the figures. Resolves with the end of it. */
  open: (bot: Bot, running: () => Promise<Running>) => Promise<() => Promise<void>>;
};

/** Makes what the settings ask for. The library is loaded only where it is used. */
export async function makeWatching({ metrics: wanted }: Config['operations'], log: Log): Promise<Watching> {
  if (wanted === null) return { log, around: (doors) => doors, open: async () => async () => {} };
  const [{ makeMetrics }, { metricsDoor }, { counted }] = await Promise.all([
    import('./metrics/metrics.ts'),
    import('./metrics/door.ts'),
    import('./metrics/counted.ts'),
  ]);
  let read: () => Promise<Readings> = () => Promise.reject(new Error('not open yet'));
  const metrics = makeMetrics(() => read());
  return {
    onTurn: metrics.turn,
    log: {
      ...log,
      warn(event, fields) {
        metrics.trouble(fields?.code ?? event);
        log.warn(event, fields);
      },
    },
    around: (doors) => counted(doors, metrics),
    async open(bot, running) {
      read = () => readingsOf(bot, running);
      const { close } = await listen(metricsDoor(metrics, wanted.token), wanted.host, wanted.port);
      return close;
    },
  };
}

async function readingsOf(bot: Bot, running: () => Promise<Running>): Promise<Readings> {
  const now = await running();
  const overdue = alarms(bot.directory, localDay(new Date()));
  return {
    running: now,
    waiting: now.database ? await backlogOf(bot.database.urgent).catch(() => null) : null,
    approvals: bot.replies.awaitingApproval.length,
    directory: Object.fromEntries(
      [...new Set(overdue.map(({ what }) => what))].map((what) => [
        what,
        overdue.filter((one) => one.what === what).length,
      ]),
    ),
    model: bot.modelCounts(),
    passages: bot.knowledge.passages.size,
  };
}
