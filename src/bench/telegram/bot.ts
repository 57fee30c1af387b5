import { openBot } from '../../app.ts';
import type { Config } from '../../config.ts';
import { listen } from '../../http.ts';
import { openMessengers, withDoors } from '../../messengers.ts';

// The whole service as `npm start` composes it, without the page.
const config = JSON.parse(process.argv[2] ?? 'null') as Config | null;
if (!config) throw new Error('started by the bench only');
const tell = (line: string) => process.stderr.write(`  ${line}\n`);
const count = new Map<string, number>();
const log = {
  warn: (event: string, { code = '' }: { code?: string } = {}) => {
    const name = `${event} ${code}`;
    count.set(name, (count.get(name) ?? 0) + 1);
  },
};
const bot = await openBot(config, {
  scratch: false,
  onProgress: tell,
  onTrouble: (code) => log.warn('turn', { code }),
});
const messengers = await openMessengers({ bot, config, log, tell: () => process.stdout.write('ready\n') });
const nothing = { fetch: () => new Response('', { status: 404 }) };
const server = await listen(withDoors(nothing, messengers.doors), config.host, config.port);
messengers.start();
process.on('SIGTERM', async () => {
  for (const [name, times] of count) tell(`${name}: ${times}`);
  await messengers.stop();
  await server.close();
  await bot.close();
  process.exit(0);
});
