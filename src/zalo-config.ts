/** How the Zalo Bot Platform runs. A setting that cannot work leaves the other channels alone and says what to do. */
export type ZaloBotConfig =
  | { kind: 'off' }
  | { kind: 'unusable'; why: string }
  | { kind: 'on'; token: string; apiRoot: string; mode: ZaloBotMode };
export type ZaloBotMode = { kind: 'polling' } | { kind: 'webhook'; url: string; secret: string };

type BotSettings = {
  ZALO_BOT_TOKEN?: string | undefined;
  ZALO_BOT_API_ROOT?: string | undefined;
  ZALO_BOT_WEBHOOK_URL?: string | undefined;
  ZALO_BOT_WEBHOOK_SECRET?: string | undefined;
};

const others = 'Các kênh khác vẫn chạy.';

/** Reads the settings of the Bot Platform. Values are never repeated. */
export function zaloBotConfig(given: BotSettings): ZaloBotConfig {
  const { ZALO_BOT_TOKEN: token, ZALO_BOT_WEBHOOK_URL: url, ZALO_BOT_WEBHOOK_SECRET: secret } = given;
  const apiRoot = rootOf(given.ZALO_BOT_API_ROOT, 'https://bot-api.zaloplatforms.com');
  const unusable = (why: string): ZaloBotConfig => ({ kind: 'unusable', why: `Zalo Bot không chạy: ${why} ${others}` });
  if (token === undefined) return { kind: 'off' };
  if (!/^\d+:[\w-]{8,}$/.test(token))
    return unusable('ZALO_BOT_TOKEN không đúng mẫu "số:chữ". Chép lại nguyên token từ nơi tạo bot.');
  if (apiRoot === null) return unusable('ZALO_BOT_API_ROOT phải là một địa chỉ đầy đủ, ví dụ https://…');
  if (url === undefined) return { kind: 'on', token, apiRoot, mode: { kind: 'polling' } };
  if (!isUrl(url) || new URL(url).pathname === '/')
    return unusable(
      'ZALO_BOT_WEBHOOK_URL phải là địa chỉ đầy đủ có đường dẫn riêng, ví dụ https://tinh.example/zalo-bot',
    );
  if (secret === undefined || !/^[\w-]{16,256}$/.test(secret))
    return unusable(
      'có ZALO_BOT_WEBHOOK_URL mà thiếu ZALO_BOT_WEBHOOK_SECRET (16 đến 256 chữ cái, số, gạch). Thiếu nó thì ai cũng giả làm Zalo được. Tạo bằng lệnh "openssl rand -hex 32".',
    );
  return { kind: 'on', token, apiRoot, mode: { kind: 'webhook', url, secret } };
}

/** How the Zalo Official Account runs. */
export type ZaloOaConfig =
  | { kind: 'off' }
  | { kind: 'unusable'; why: string }
  | {
      kind: 'on';
      appId: string;
      appSecret: string;
      oaSecret: string;
      signed: 'body' | 'header' | 'either';
      apiRoot: string;
      loginRoot: string;
      /** Where Zalo leads after the consent; only the login needs it. */
      redirectUrl: string | null;
    };

type OaSettings = {
  ZALO_OA_APP_ID?: string | undefined;
  ZALO_OA_APP_SECRET?: string | undefined;
  ZALO_OA_SECRET?: string | undefined;
  ZALO_OA_SIGNED_TIMESTAMP?: string | undefined;
  ZALO_OA_REDIRECT_URL?: string | undefined;
  ZALO_OA_API_ROOT?: string | undefined;
  ZALO_OA_LOGIN_ROOT?: string | undefined;
};

/** Reads the settings of the Official Account. Values are never repeated. */
export function zaloOaConfig(given: OaSettings): ZaloOaConfig {
  const { ZALO_OA_APP_ID: appId, ZALO_OA_APP_SECRET: appSecret, ZALO_OA_SECRET: oaSecret } = given;
  const { ZALO_OA_SIGNED_TIMESTAMP: signed = 'body', ZALO_OA_REDIRECT_URL: redirectUrl = null } = given;
  const apiRoot = rootOf(given.ZALO_OA_API_ROOT, 'https://openapi.zalo.me');
  const loginRoot = rootOf(given.ZALO_OA_LOGIN_ROOT, 'https://oauth.zaloapp.com');
  const unusable = (why: string): ZaloOaConfig => ({ kind: 'unusable', why: `Zalo OA không chạy: ${why} ${others}` });
  if (appId === undefined) return { kind: 'off' };
  if (!/^\d{5,30}$/.test(appId)) return unusable('ZALO_OA_APP_ID phải là dãy số trong trang ứng dụng.');
  if (appSecret === undefined || oaSecret === undefined)
    return unusable(
      'thiếu ZALO_OA_APP_SECRET (khóa bí mật của ứng dụng) hoặc ZALO_OA_SECRET (khóa bí mật của OA, ở mục Webhook). Hai khóa này khác nhau.',
    );
  if (signed !== 'body' && signed !== 'header' && signed !== 'either')
    return unusable('ZALO_OA_SIGNED_TIMESTAMP phải là body, header hoặc either.');
  if (apiRoot === null || loginRoot === null)
    return unusable('ZALO_OA_API_ROOT, ZALO_OA_LOGIN_ROOT phải là địa chỉ đầy đủ, ví dụ https://…');
  if (redirectUrl !== null && !isUrl(redirectUrl))
    return unusable('ZALO_OA_REDIRECT_URL phải là địa chỉ đầy đủ, ví dụ https://tinh.example/zalo-xong');
  return { kind: 'on', appId, appSecret, oaSecret, signed, apiRoot, loginRoot, redirectUrl };
}

function rootOf(given: string | undefined, usual: string): string | null {
  const root = (given ?? usual).replace(/\/+$/, '');
  return isUrl(root) ? root : null;
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text);
}
