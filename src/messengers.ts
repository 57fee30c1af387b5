import { createHmac } from 'node:crypto';
import type { Hono } from 'hono';
import type { Bot } from './bot.ts';
import type { Config } from './config.ts';
import { sourceLines } from './core/answer/sources.ts';
import type { Chore } from './core/chore.ts';
import { closingStage } from './core/closing.ts';
import { AppError } from './core/errors.ts';
import { localDay } from './core/local-day.ts';
import type { Mailbox, Sender } from './core/mailbox.ts';
import type { Channel } from './core/update.ts';
import type { Log } from './log.ts';
import { queueSecrets } from './secrets.ts';
import { zaloTokens } from './zalo-login/tokens.ts';

/** The messengers that are switched on, behind the durable queue. */
export type Messengers = {
  /** Doors for platforms that knock, by path. */
  doors: Map<string, Hono>;
  /** Whether the queue is at work; `null` where there is none. */
  queue: () => boolean | null;
  /** What is done once over all replicas. */
  chores: Chore[];
  /** Connects; call it when the doors are open. */
  start: () => void;
  /** Takes no more, then finishes what is at work. Call it before the doors close. */
  stop: () => Promise<void>;
};

type Options = {
  bot: Bot;
  config: Config;
  log: Pick<Log, 'warn'>;
  tell: (line: string) => void;
  atOnce?: number;
  pushPerSecond?: number;
};

/** One messenger: how it sends, where it is knocked at, its start and end. */
type Messenger = {
  channel: Channel;
  sender: Sender;
  door: { path: string; app: Hono } | null;
  start: (mailbox: Mailbox) => void;
  stop: () => Promise<void>;
};

const none: Messengers = { doors: new Map(), queue: () => null, chores: [], start: () => {}, stop: async () => {} };

/** Opens the messengers. A setting that keeps one from running is told to the operator; the web chat is not touched. */
export async function openMessengers(options: Options): Promise<Messengers> {
  const { telegram, zaloBot, zaloOa } = options.config;
  for (const one of [telegram, zaloBot, zaloOa]) if (one.kind === 'unusable') options.tell(one.why);
  const wanted = [
    telegram.kind === 'on' ? { name: 'Telegram', make: () => makeTelegram(options, telegram) } : [],
    zaloBot.kind === 'on' ? { name: 'Zalo Bot', make: () => makeZaloBot(options, zaloBot) } : [],
    zaloOa.kind === 'on' ? { name: 'Zalo OA', make: () => makeZaloOa(options, zaloOa) } : [],
  ].flat();
  if (wanted.length === 0) return none;
  return open(
    options,
    wanted.map(({ make }) => make),
  ).catch((error) => {
    const why =
      error instanceof AppError
        ? error.message
        : 'không mở được hàng đợi tin. Kiểm tra quyền tạo bảng trong cơ sở dữ liệu.';
    options.tell(`${wanted.map(({ name }) => name).join(', ')} không chạy: ${why} Các kênh khác vẫn chạy.`);
    return none;
  });
}

async function open(
  { bot, config, log, atOnce, pushPerSecond }: Options,
  makers: Array<() => Promise<Messenger>>,
): Promise<Messengers> {
  const secrets = queueSecrets(config);
  // Loaded only where they are used: they would make every start slower.
  const [{ openQueue }, { pushOf }, ...messengers] = await Promise.all([
    import('./queue.ts'),
    import('./pushing.ts'),
    ...makers.map((make) => make()),
  ]);
  const doors = messengers.flatMap(({ door }) => (door ? [[door.path, door.app] as const] : []));
  if (new Set(doors.map(([path]) => path)).size < doors.length)
    throw new AppError(
      'config-invalid',
      'hai kênh có cùng một đường dẫn webhook. Đặt cho mỗi kênh một đường dẫn riêng.',
    );
  const queue = await openQueue({
    bot,
    senders: new Map(messengers.map(({ channel, sender }) => [channel, sender])),
    queueKey: secrets.queueKey,
    contactKey: secrets.contactKey,
    push: {
      ...pushOf(bot, () => closingStage(config.operations.closesOn, localDay(new Date())) === 'closed'),
      ...(pushPerSecond === undefined ? {} : { perSecond: () => pushPerSecond }),
    },
    onTrouble: (code) => log.warn('queue-trouble', { code }),
    ...(atOnce === undefined ? {} : { atOnce }),
  });
  return {
    doors: new Map(doors),
    queue: queue.isAlive,
    chores: queue.chores,
    start() {
      for (const one of messengers) one.start(queue);
    },
    async stop() {
      await Promise.all(messengers.map((one) => one.stop()));
      await queue.stop();
    },
  };
}

async function makeTelegram(options: Options, config: Extract<Config['telegram'], { kind: 'on' }>): Promise<Messenger> {
  const { telegramChannel } = await import('./channels/telegram.ts');
  const { token, apiRoot, mode } = config;
  const shared = sharedOf(options, 'telegram-trouble');
  const { door, recording, ...telegram } = telegramChannel({ token, apiRoot, mode, ...shared });
  options.bot.recordings.set('telegram', recording);
  return { channel: 'telegram', ...telegram, door: doorOf(mode, door) };
}

async function makeZaloBot(options: Options, config: Extract<Config['zaloBot'], { kind: 'on' }>): Promise<Messenger> {
  const { zaloBotChannel } = await import('./channels/zalo-bot.ts');
  const { token, apiRoot, mode } = config;
  const { door, ...bot } = zaloBotChannel({ token, apiRoot, mode, ...sharedOf(options, 'zalo-bot-trouble') });
  return { channel: 'zalo-bot', ...bot, door: doorOf(mode, door) };
}

async function makeZaloOa(options: Options, config: Extract<Config['zaloOa'], { kind: 'on' }>): Promise<Messenger> {
  const { webhookPath, zaloOaChannel } = await import('./channels/zalo-oa.ts');
  const tokens = zaloTokens(options.bot.database, options.config, config.appId);
  const { door, ...oa } = zaloOaChannel({ ...config, tokens, ...sharedOf(options, 'zalo-oa-trouble') });
  return { channel: 'zalo-oa', ...oa, door: { path: webhookPath, app: door } };
}

/** What every channel is made of. */
function sharedOf({ bot, config, log, tell }: Options, event: string) {
  return {
    contactKey: createHmac('sha256', queueSecrets(config).contactKey).update('contact').digest(),
    replies: bot.replies,
    sourceLines: (citations: Parameters<typeof sourceLines>[0]) => sourceLines(citations, bot.knowledge),
    tell,
    onTrouble: (code: string) => log.warn(event, { code }),
  };
}

function doorOf(mode: { kind: 'polling' } | { kind: 'webhook'; url: string }, app: Hono | null): Messenger['door'] {
  return app && mode.kind === 'webhook' ? { path: new URL(mode.url).pathname, app } : null;
}

/** One app for the web chat and the doors of messengers, told apart by path. */
export function withDoors(
  web: Pick<Hono, 'fetch'>,
  doors: ReadonlyMap<string, Pick<Hono, 'fetch'>>,
): Pick<Hono, 'fetch'> {
  if (doors.size === 0) return web;
  return { fetch: (request, ...rest) => (doors.get(new URL(request.url).pathname) ?? web).fetch(request, ...rest) };
}
