import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBot } from './app.ts';
import { parseConfig } from './config.ts';
import { demoAccount } from './demo/account.ts';
import { fillWithInvented } from './demo/fill.ts';
import { officerParts } from './officers.ts';
import { stopWithMessage } from './stop.ts';
import { takesNone } from './takes-none.ts';

takesNone('demo', 'Chạy bản xem thử với số liệu bịa, trong một thư mục riêng.');

const say = (line: string) => process.stdout.write(`${line}\n`);

// The service with invented figures, in a folder of its own and on no channel but the local page: deleting the folder
// removes all of it.
try {
  const { PATH, HOST, PORT, DATA_DIR = 'data' } = process.env;
  const folder = join(DATA_DIR, 'xem-thu');
  const env = { ...(HOST ? { HOST } : {}), ...(PORT ? { PORT } : {}), DATA_DIR: folder };
  const config = parseConfig(env);
  const now = () => new Date();
  const bot = await openBot(config, { scratch: false, onProgress: (step) => say(`  ${step}`) });
  const filled = await fillWithInvented(bot.database.pool, bot.knowledge, now());
  const account = await demoAccount(officerParts(config, bot.database, now));
  await bot.close();
  if (filled === 'not-empty')
    say(`Thư mục ${folder} đã có số liệu thật nên không ghi số liệu giả vào. Xoá thư mục ấy rồi chạy lại.`);
  say('Bản xem thử: mọi con số là do máy bịa ra.');
  say(`  Tên đăng nhập: ${account.name}`);
  say(`  Mật khẩu:      ${account.password}`);
  say(`  Mã bước 2 (gõ một mã; mỗi mã vào được một lần): ${account.codes.join(' ')}`);
  say(`Xem xong thì nhấn Ctrl+C rồi xoá thư mục ${folder}.`);
  const main = fileURLToPath(new URL('./main.ts', import.meta.url));
  const service = spawn(process.execPath, ['--import', 'tsx', main], {
    stdio: 'inherit',
    env: { ...env, ...(PATH ? { PATH } : {}) },
  });
  // The service hears the same keys and ends by itself.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => service.kill(signal));
  service.on('exit', (code) => process.exit(code ?? 0));
} catch (error) {
  stopWithMessage(error);
}
