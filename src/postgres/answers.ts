import { rows, type Sql } from './sql.ts';

/** Whether the database answers within `patienceMs`. Never rejects. */
export async function answers(sql: Sql, patienceMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMs);
  });
  const found = rows(sql, 'select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([found, late]).finally(() => clearTimeout(timer));
}
