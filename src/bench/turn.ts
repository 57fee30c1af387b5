import { openBot } from '../app.ts';
import type { Config } from '../config.ts';
import { PrivateText } from '../core/private-text.ts';
import { percentile, printFigures, round } from './table.ts';

/** Whole turns one after the other: fresh conversations asking what people are known to ask, as typed and folded. */
export async function benchTurn(config: Config, options: { quick?: boolean }): Promise<void> {
  const bot = await openBot(config, { scratch: true, onProgress: (step) => process.stderr.write(`  ${step}\n`) });
  const asked = [...bot.library.knowledge.passages.values()].flatMap((one) => one.ask);
  const turns = options.quick ? 400 : 2_000;
  const warmUp = 50;
  const times: number[] = [];
  let started = performance.now();
  for (let at = 0; at < turns + warmUp; at++) {
    if (at === warmUp) started = performance.now();
    const text = asked[(at * 7919) % asked.length] ?? 'bình đẳng giới là gì';
    const from = performance.now();
    await bot.turn({
      id: `bench:${at}`,
      channel: 'terminal',
      contact: `bench:${at}`,
      sentAt: new Date(),
      content: { kind: 'text', text: new PrivateText(text) },
    });
    if (at >= warmUp) times.push(performance.now() - from);
  }
  const perSecond = round((turns * 1_000) / (performance.now() - started));
  await bot.close();
  const [p50ms, p95ms, p99ms] = [0.5, 0.95, 0.99].map((p) => percentile(times, p));
  printFigures(`turn: ${turns} turns, embedded database`, {
    p50ms: p50ms ?? 0,
    p95ms: p95ms ?? 0,
    p99ms: p99ms ?? 0,
    perSecond,
  });
}
