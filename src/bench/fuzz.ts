import { run, shareOut } from '../../test/fuzz/target.ts';
import { targets } from '../../test/fuzz/targets.ts';
import { printFigures } from './table.ts';

/**
 * Random and nearly right input for every parser and every door, with the very properties the tests hold. A case that
 * fails is printed, since all of them are invented; its seed makes it again.
 */
export async function benchFuzz(options: {
  seed?: string;
  cases?: string;
  target?: string;
  quick?: boolean;
}): Promise<void> {
  const seed = Number(options.seed ?? Math.trunc(Math.random() * 2 ** 31));
  const chosen = targets.filter(({ name }) => name.includes(options.target ?? ''));
  const shares = shareOut(chosen, Number(options.cases ?? (options.quick ? 2_000 : 100_000)));
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`seed ${seed}; the same cases again: npm run bench -- fuzz --seed ${seed}`);
  let cases = 0;
  let failed = 0;
  for (const [at, target] of chosen.entries()) {
    const began = performance.now();
    const ran = await run(target, shares[at] ?? 1, seed);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    cases += ran.cases;
    if (ran.failure !== null) failed++;
    say(
      `${ran.failure === null ? 'holds ' : 'FAILED'} ${`${ran.cases}`.padStart(6)} cases ${seconds.padStart(7)} s  ${target.name}`,
    );
    if (ran.failure !== null) say(ran.failure);
  }
  printFigures('fuzz', { seed, targets: chosen.length, cases, failed });
  if (failed > 0) process.exitCode = 1;
}
