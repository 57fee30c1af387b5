import { openBot } from './app.ts';
import { zaloHttp } from './channels/zalo/http.ts';
import { consent, oauth } from './channels/zalo/oa/oauth.ts';
import { parseConfig } from './config.ts';
import { AppError } from './core/errors.ts';
import { stopWithMessage } from './stop.ts';
import { takesNone } from './takes-none.ts';
import { logIn } from './zalo-login/dialog.ts';
import { zaloTokens } from './zalo-login/tokens.ts';

takesNone('zalo:login', 'Lấy quyền gửi tin của Zalo OA: mở trang của Zalo, đồng ý, dán lại địa chỉ.');

// npm run zalo:login: an operator consents on Zalo's page, and the first tokens of the Official Account are kept.
try {
  const config = parseConfig(process.env);
  const { zaloOa } = config;
  if (zaloOa.kind === 'unusable') throw new AppError('config-invalid', zaloOa.why);
  if (zaloOa.kind === 'off' || zaloOa.redirectUrl === null)
    throw new AppError(
      'config-invalid',
      'Thiếu ZALO_OA_APP_ID hoặc ZALO_OA_REDIRECT_URL (địa chỉ đã khai trong trang ứng dụng). Xem .env.example.',
    );
  const { appId, appSecret, loginRoot, redirectUrl } = zaloOa;
  const bot = await openBot(config, { scratch: false, onProgress: (step) => process.stdout.write(`  ${step}\n`) });
  try {
    await logIn({
      consent: consent(loginRoot, appId, redirectUrl),
      oauth: oauth(zaloHttp(loginRoot, { once: true }), { appId, appSecret }, () => new Date()),
      store: zaloTokens(bot.database, config, appId),
      input: process.stdin,
      output: process.stdout,
    });
  } finally {
    await bot.close();
  }
  process.exit(0);
} catch (error) {
  stopWithMessage(error);
}
