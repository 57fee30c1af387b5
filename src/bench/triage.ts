import type { Config } from '../config.ts';
import { makeSmalltalk } from '../core/smalltalk.ts';
import { readContent } from '../knowledge/load.ts';
import { loadOrdinary, loadSignals } from '../knowledge/signals.ts';
import { loadTrained } from '../knowledge/triage.ts';
import { readLabelled } from '../train/labelled.ts';
import { variantsOf } from '../train/vary.ts';
import { assess } from '../turn/assess.ts';
import { percentile, printFigures } from './table.ts';

/** Judging single messages: the labelled ones in every way they may be typed, one at a time, without the rest of a turn. */
export function benchTriage(config: Config, options: { quick?: boolean }): void {
  const triage = {
    signals: loadSignals(readContent(config.knowledgeDir)),
    ordinary: loadOrdinary(readContent(config.knowledgeDir)),
    ...loadTrained(config.knowledgeDir),
    smalltalk: makeSmalltalk([]),
  };
  const messages = readLabelled(`${config.knowledgeDir}/triage/messages`).flatMap((one) => variantsOf(one.text));
  const rounds = options.quick ? 4_000 : 40_000;
  const warmUp = 1_000;
  const times: number[] = [];
  for (let at = 0; at < rounds + warmUp; at++) {
    const message = messages[(at * 7_919) % messages.length] ?? '';
    const from = performance.now();
    assess(message, triage);
    if (at >= warmUp) times.push(performance.now() - from);
  }
  printFigures(`triage: ${rounds} messages`, { p50ms: percentile(times, 0.5), p99ms: percentile(times, 0.99) });
}
