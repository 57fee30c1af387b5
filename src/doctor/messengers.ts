import type { Config } from '../config.ts';
import { type Asked, ask } from './ask.ts';
import { type About, bad, type Finding, look, ok, unknown } from './finding.ts';

/** What waits at the platform when it cannot hand its messages over. */
const manyWaiting = 100;

/** A platform of bots, how it is asked, and where its token is kept and comes from. */
type Platform = { about: About; name: string; method: 'GET' | 'POST'; token: string; from: string };

const onTelegram: Platform = {
  about: 'telegram',
  name: 'Telegram',
  method: 'GET',
  token: 'TELEGRAM_BOT_TOKEN',
  from: '@BotFather',
};
const onZalo: Platform = {
  about: 'zalo-bot',
  name: 'Zalo Bot',
  method: 'POST',
  token: 'ZALO_BOT_TOKEN',
  from: 'nơi tạo bot',
};

/** Asks each platform whether it knows the token, and where it hands messages to. */
export async function examineMessengers({ telegram, zaloBot }: Config): Promise<Finding[]> {
  const found = await Promise.all([examinePlatform(onTelegram, telegram), examinePlatform(onZalo, zaloBot)]);
  return found.flat();
}

async function examinePlatform(
  { about, name, method, token, from }: Platform,
  bot: Config['telegram'] | Config['zaloBot'],
): Promise<Finding[]> {
  if (bot.kind !== 'on') return [];
  const base = `${bot.apiRoot}/bot${bot.token}`;
  const wanted = bot.mode.kind === 'webhook' ? bot.mode.url : null;
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
