/** How the Telegram channel runs. A setting that cannot work leaves the other channels alone and says what to do. */
export type TelegramConfig =
  | { kind: 'off' }
  | { kind: 'unusable'; why: string }
  | { kind: 'on'; token: string; apiRoot: string; mode: TelegramMode };
export type TelegramMode = { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string };

type Settings = {
  TELEGRAM_BOT_TOKEN?: string | undefined;
  TELEGRAM_API_ROOT?: string | undefined;
  TELEGRAM_WEBHOOK_URL?: string | undefined;
  TELEGRAM_WEBHOOK_SECRET?: string | undefined;
};

const others = 'Các kênh khác vẫn chạy.';

/** Reads the settings of the channel. Values are never repeated. */
export function telegramConfig(given: Settings): TelegramConfig {
  const { TELEGRAM_BOT_TOKEN: token, TELEGRAM_WEBHOOK_URL: url, TELEGRAM_WEBHOOK_SECRET: secret } = given;
  const apiRoot = (given.TELEGRAM_API_ROOT ?? 'https://api.telegram.org').replace(/\/+$/, '');
  const unusable = (why: string): TelegramConfig => ({
    kind: 'unusable',
    why: `Telegram không chạy: ${why} ${others}`,
  });
  if (token === undefined) return { kind: 'off' };
  if (!/^\d+:[\w-]{20,}$/.test(token))
    return unusable('TELEGRAM_BOT_TOKEN không đúng mẫu "số:chữ". Chép lại nguyên token từ @BotFather.');
  if (!isUrl(apiRoot)) return unusable('TELEGRAM_API_ROOT phải là một địa chỉ đầy đủ, ví dụ https://…');
  if (url === undefined) return { kind: 'on', token, apiRoot, mode: { kind: 'polling' } };
  if (!isUrl(url) || new URL(url).pathname === '/')
    return unusable(
      'TELEGRAM_WEBHOOK_URL phải là địa chỉ đầy đủ có đường dẫn riêng, ví dụ https://tinh.example/telegram',
    );
  if (secret === undefined || !/^[\w-]{16,256}$/.test(secret))
    return unusable(
      'có TELEGRAM_WEBHOOK_URL mà thiếu TELEGRAM_WEBHOOK_SECRET (16 đến 256 chữ cái, số, gạch). Thiếu nó thì ai cũng giả làm Telegram được. Tạo bằng lệnh "openssl rand -hex 32".',
    );
  return { kind: 'on', token, apiRoot, mode: { kind: 'webhook', url, secret } };
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}
