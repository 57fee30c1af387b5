import { closingNews } from '../closing-news.ts';
import { type Config, parseConfig, settings } from '../config.ts';
import { AppError } from '../core/errors.ts';
import { bad, type Finding, look, ok } from './finding.ts';

type Environment = Record<string, string | undefined>;

/** Reads the settings; wrong ones are told once and left out, so that the rest can still be looked at. */
export function readSettings(env: Environment, today: string): { config: Config; findings: Finding[] } {
  const told = new Set<string>();
  const wrong: string[] = [];
  for (let left = env; ; ) {
    try {
      const config = parseConfig(left);
      const findings = [...unusable(config), ...advice(config, today), ...strange(env)];
      return wrong.length === 0
        ? { config, findings: [ok('settings', 'Các biến cài đặt đều đọc được.'), ...findings] }
        : { config, findings: [...wrong.map((line) => bad('settings', line)), ...findings] };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const lines = error.message.split('\n');
      const names = lines.map((line) => line.slice(0, line.indexOf(':')));
      wrong.push(...lines.filter((_, at) => !told.has(names[at] ?? '')));
      // One that is wrong because of another is wrong without itself too: then all of its family are left out.
      const families = new Set(names.filter((name) => told.has(name)).map(familyOf));
      for (const name of names) told.add(name);
      const keep = settings.filter((name) => !told.has(name) && !families.has(familyOf(name)));
      const next = Object.fromEntries(keep.map((name) => [name, left[name]]));
      left = families.size > 0 && isSame(next, left) ? {} : next;
    }
  }
}

function isSame(a: Environment, b: Environment): boolean {
  const set = (env: Environment) => settings.filter((name) => env[name] !== undefined).join();
  return set(a) === set(b);
}

/** "METRICS" of `METRICS_TOKEN`. */
function familyOf(name: string): string {
  return name.split('_')[0] ?? '';
}

/** First words of names that other programs use as well. */
const common: ReadonlySet<string> = new Set(
  'DATA DATABASE HOST LANGCHAIN LANGSMITH MODEL NODE OPENAI PORT WEB'.split(' '),
);

/** Names that look like ours and are none: what is written so is not read. */
function strange(env: Environment): Finding[] {
  const families = new Set(settings.map(familyOf).filter((family) => !common.has(family)));
  return Object.keys(env)
    .filter((name) => /^[A-Z]+_[A-Z_]+$/.test(name) && families.has(familyOf(name)) && !settings.includes(name))
    .map((name) =>
      look('settings', `${name} không phải tên một cài đặt nên không được đọc. Xem tên đúng ở .env.example.`),
    );
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
