import { closingNews } from '../closing-news.ts';
import { type Config, parseConfig, settings } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { bad, type Finding, look, ok } from './finding.ts';

type Environment = Record<string, string | undefined>;

/** Reads the settings; wrong ones are told and left out, so that the rest can still be looked at. */
export function readSettings(env: Environment, today: string, tries = 2): { config: Config; findings: Finding[] } {
  try {
    const config = parseConfig(env);
    return {
      config,
      findings: [ok('settings', 'Các biến cài đặt đều đọc được.'), ...unusable(config), ...advice(config, today)],
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const lines = error.message.split('\n');
    const wrong = new Set(lines.map((line) => line.slice(0, line.indexOf(':'))));
    const left = Object.fromEntries(settings.filter((name) => !wrong.has(name)).map((name) => [name, env[name]]));
    // A setting that is wrong because another is missing stays wrong without it: then without any.
    const { config, findings } = readSettings(tries > 0 ? left : {}, today, tries - 1);
    return {
      config,
      findings: [...lines.map((line) => bad('settings', line)), ...findings.filter(({ state }) => state !== 'ok')],
    };
  }
}

/** Channels and helpers that were switched on and cannot work. */
function unusable({ telegram, zaloBot, zaloOa, model, notices }: Config): Finding[] {
  const why = [
    telegram.kind === 'unusable' ? bad('telegram', telegram.why) : [],
    zaloBot.kind === 'unusable' ? bad('zalo-bot', zaloBot.why) : [],
    zaloOa.kind === 'unusable' ? bad('zalo-oa', zaloOa.why) : [],
    model.kind === 'unusable' ? bad('model', model.why) : [],
  ].flat();
  return [...why, ...notices.unusable.map((line) => bad('notices', line))];
}

function advice({ operatorName, telegram, zaloBot, zaloOa, operations }: Config, today: string): Finding[] {
  const isKnocked = [telegram, zaloBot].some((one) => one.kind === 'on' && one.mode.kind === 'webhook');
  const silent = [telegram, zaloBot, zaloOa].every(({ kind }) => kind === 'off');
  return [
    closingNews(operations.closesOn, today).map((line) => look('settings', line)),
    operatorName === null
      ? look(
          'settings',
          'Chưa có OPERATOR_NAME: người dân được báo đây là bản chạy thử, chưa cơ quan nào đứng tên. Ghi tên cơ quan phụ trách.',
        )
      : [],
    (isKnocked || zaloOa.kind === 'on') && operations.trustedProxies.length === 0
      ? look(
          'settings',
          'Chưa có TRUSTED_PROXY: Hoa Ban không biết tin từ địa chỉ mạng nào nên không chặn được kẻ gửi ồ ạt theo địa chỉ. Ghi địa chỉ của proxy phía trước.',
        )
      : [],
    silent
      ? look(
          'settings',
          'Chưa bật kênh nhắn tin nào, chỉ có trang web. Muốn có Zalo hay Telegram thì xem .env.example.',
        )
      : [],
  ].flat();
}
