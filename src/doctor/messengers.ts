import type { Config } from '../config.ts';
import { type Asked, ask } from './ask.ts';
import { type About, bad, type Finding, look, ok, unknown } from './finding.ts';

/** What waits at the platform when it cannot hand its messages over. */
const manyWaiting = 100;

type BotPlatform = {
  about: About;
  name: string;
  token: string;
  base: string;
  method: 'GET' | 'POST';
  wanted: string | null;
  from: string;
};

/** Asks each platform whether it knows the token, and where it hands messages to. */
export async function examineMessengers({ telegram, zaloBot }: Config): Promise<Finding[]> {
  const platforms: BotPlatform[] = [
    telegram.kind === 'on'
      ? {
          about: 'telegram' as const,
          name: 'Telegram',
          token: 'TELEGRAM_BOT_TOKEN',
          base: `${telegram.apiRoot}/bot${telegram.token}`,
          method: 'GET' as const,
          wanted: telegram.mode.kind === 'webhook' ? telegram.mode.url : null,
          from: '@BotFather',
        }
      : [],
    zaloBot.kind === 'on'
      ? {
          about: 'zalo-bot' as const,
          name: 'Zalo Bot',
          token: 'ZALO_BOT_TOKEN',
          base: `${zaloBot.apiRoot}/bot${zaloBot.token}`,
          method: 'POST' as const,
          wanted: zaloBot.mode.kind === 'webhook' ? zaloBot.mode.url : null,
          from: 'nơi tạo bot',
        }
      : [],
  ].flat();
  return (await Promise.all(platforms.map(examinePlatform))).flat();
}

async function examinePlatform({ about, name, token, base, method, wanted, from }: BotPlatform): Promise<Finding[]> {
  const known = await ask(`${base}/getMe`, { method });
  if (known.kind === 'unreached')
    return [
      unknown(
        about,
        `Không tới được ${name} từ máy này nên chưa xem được token và webhook. Thử mạng khác, hoặc hỏi nhà mạng có chặn không.`,
      ),
    ];
  if (!isGood(known))
    return [
      known.status === 401 || known.status === 404 || errorCode(known) === 401
        ? bad(about, `${name} không nhận ${token}. Chép lại nguyên token từ ${from}.`)
        : unknown(about, `${name} đang trục trặc nên chưa xem được token. Chờ ít phút rồi chạy lại.`),
    ];
  return [
    ok(about, `${name} nhận token.`),
    ...examineWebhook(about, name, wanted, await ask(`${base}/getWebhookInfo`, { method })),
  ];
}

function examineWebhook(about: About, name: string, wanted: string | null, asked: Asked): Finding[] {
  if (!isGood(asked)) return [unknown(about, `${name} chưa nói webhook đang đặt ở đâu. Chờ ít phút rồi chạy lại.`)];
  const told = (asked.kind === 'answered' ? (asked.body as { result?: unknown }).result : null) ?? {};
  const { url = '', pending_update_count: waiting = 0, last_error_message: trouble } = told as Record<string, unknown>;
  if (wanted === null)
    return url === ''
      ? [ok(about, `${name}: máy tự lấy tin, không có webhook.`)]
      : [
          bad(
            about,
            `${name} đang giao tin tới một webhook cũ nên máy không tự lấy được. Chạy lại npm start để gỡ, hoặc đặt webhook trong cài đặt.`,
          ),
        ];
  if (url !== wanted)
    return [bad(about, `${name} chưa giao tin tới đúng webhook trong cài đặt. Chạy lại npm start để đặt lại webhook.`)];
  return Number(waiting) > manyWaiting || (trouble !== undefined && Number(waiting) > 0)
    ? [
        look(
          about,
          `${name} đang giữ ${Number(waiting)} tin chưa giao được. Xem máy có chạy không, và proxy có dẫn webhook tới máy không.`,
        ),
      ]
    : [ok(about, `${name} giao tin đúng webhook.`)];
}

function isGood(asked: Asked): boolean {
  return asked.kind === 'answered' && asked.status === 200 && (asked.body as { ok?: unknown } | null)?.ok === true;
}

function errorCode(asked: Asked): number {
  return asked.kind === 'answered' ? Number((asked.body as { error_code?: unknown } | null)?.error_code) : 0;
}
