import { localDay } from '../core/local-day.ts';
import { examineAddress } from './address.ts';
import { examineContent, newestDate } from './content.ts';
import { examineDatabase } from './database.ts';
import { examineDesk } from './desk.ts';
import type { Finding } from './finding.ts';
import { examineKeys } from './keys.ts';
import { examineMachine } from './machine.ts';
import { examineMessengers } from './messengers.ts';
import { examineModel, examineModelBudget } from './model.ts';
import { readSettings } from './settings.ts';
import { examineZaloOa } from './zalo-oa.ts';

export type Examine = {
  env: Record<string, string | undefined>;
  now: () => Date;
  /** Whether platforms and servers elsewhere may be asked. */
  online: boolean;
};

/** Looks at everything a running service needs, changing nothing. Never rejects for what it finds. */
export async function examine({ env, now, online }: Examine): Promise<Finding[]> {
  const { config, findings } = readSettings(env, localDay(now()));
  const { findings: database, pool } = await examineDatabase(config, now);
  try {
    const here = [
      examineMachine(config, { now: now(), newest: newestDate(config) }),
      examineContent(config, now()),
      examineKeys(config),
    ];
    // Only now: reading the content keeps this thread busy while others would seem not to answer.
    const elsewhere = online ? [examineMessengers(config), examineAddress(config, now()), examineModel(config)] : [];
    const there = await Promise.all([
      examineDesk(config, pool),
      examineZaloOa(config, pool, now()),
      examineModelBudget(config, pool, now()),
      ...elsewhere,
    ]);
    return [findings, ...here, database, ...there].flat();
  } finally {
    await pool?.end().catch(() => {});
  }
}
