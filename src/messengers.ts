import { createHmac } from 'node:crypto';
import type { Hono } from 'hono';
import type { Bot } from './app.ts';
import type { Telegram } from './channels/telegram.ts';
import type { Config } from './config.ts';
import { sourceLines } from './core/answer/sources.ts';
import { AppError } from './core/errors.ts';
import type { Log } from './log.ts';
import type { Queue } from './queue.ts';
import { queueSecrets } from './secrets.ts';

/** The messengers that are switched on, behind the durable queue. */
export type Messengers = {
  /** Doors for platforms that knock, by path. */
  doors: Map<string, Hono>;
  /** Connects; call it when the doors are open. */
  start: () => void;
  /** Takes no more, then finishes what is at work. Call it before the doors close. */
  stop: () => Promise<void>;
};

type Options = { bot: Bot; config: Config; log: Pick<Log, 'warn'>; tell: (line: string) => void; atOnce?: number };

const none: Messengers = { doors: new Map(), start: () => {}, stop: async () => {} };

/** Opens the messengers. A setting that keeps one from running is told to the operator; the web chat is not touched. */
export async function openMessengers(options: Options): Promise<Messengers> {
  const { config, tell } = options;
  switch (config.telegram.kind) {
    case 'off':
      return none;
    case 'unusable':
      tell(config.telegram.why);
      return none;
    case 'on':
      return openTelegram(options, config.telegram).catch((error) => {
        const why =
          error instanceof AppError
            ? error.message
            : 'không mở được hàng đợi tin. Kiểm tra quyền tạo bảng trong cơ sở dữ liệu.';
        tell(`Telegram không chạy: ${why} Các kênh khác vẫn chạy.`);
        return none;
      });
  }
}

async function openTelegram(
  { bot, config, log, tell, atOnce }: Options,
  { token, apiRoot, mode }: Extract<Config['telegram'], { kind: 'on' }>,
): Promise<Messengers> {
  // Loaded only where they are used: they would make every start slower.
  const [{ telegramChannel }, { openQueue }] = await Promise.all([
    import('./channels/telegram.ts'),
    import('./queue.ts'),
  ]);
  const secrets = queueSecrets(config);
  const telegram: Telegram = telegramChannel({
    token,
    apiRoot,
    mode,
    contactKey: createHmac('sha256', secrets.contactKey).update('contact').digest(),
    replies: bot.replies,
    sourceLines: (citations) => sourceLines(citations, bot.knowledge),
    tell,
    onTrouble: (code) => log.warn('telegram-trouble', { code }),
  });
  const queue: Queue = await openQueue({
    bot,
    senders: new Map([['telegram', telegram.sender]]),
    queueKey: secrets.queueKey,
    onTrouble: (code) => log.warn('queue-trouble', { code }),
    ...(atOnce === undefined ? {} : { atOnce }),
  });
  return {
    doors:
      telegram.door && mode.kind === 'webhook' ? new Map([[new URL(mode.url).pathname, telegram.door]]) : new Map(),
    start: () => telegram.start(queue),
    async stop() {
      await telegram.stop();
      await queue.stop();
    },
  };
}

/** One app for the web chat and the doors of messengers, told apart by path. */
export function withDoors(web: Pick<Hono, 'fetch'>, doors: Messengers['doors']): Pick<Hono, 'fetch'> {
  if (doors.size === 0) return web;
  return { fetch: (request, ...rest) => (doors.get(new URL(request.url).pathname) ?? web).fetch(request, ...rest) };
}
