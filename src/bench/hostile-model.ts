import { attacks } from '../../test/model/attacks.ts';
import { runAttacks, withoutCheck } from '../../test/model/hostile.ts';
import { printFigures } from './table.ts';

/**
 * A hostile model on a local server, attack by attack through whole turns: how many reach a person, and how many would
 * without the check. Beside it, what the check dropped and why.
 */
export async function benchHostileModel(options: { quick?: boolean; seed?: string }): Promise<void> {
  const count = options.quick ? 60 : 600;
  const seed = Number(options.seed ?? 1);
  const { outcomes, counts } = await runAttacks(attacks(count, seed));
  const control = await runAttacks(attacks(count, seed), withoutCheck);
  const reached = (some: typeof outcomes) => some.filter((one) => one.reached).length;
  process.stdout.write('\nsentences and drafts dropped, by cause (share of attacks)\n');
  for (const [what, many] of Object.entries(counts))
    if (/^rejected-|^core-gone|^silent|^used|^not-/.test(what))
      process.stdout.write(`  ${what.padEnd(26)} ${many} (${((100 * many) / count).toFixed(1)} %)\n`);
  printFigures(`hostile-model: ${count} attacks, seed ${seed}`, {
    attacks: outcomes.length,
    reached: reached(outcomes),
    reachedWithoutGrounding: reached(control.outcomes),
  });
}
