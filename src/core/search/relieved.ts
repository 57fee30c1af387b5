import type { Search } from '../ports.ts';

/**
 * Searches in the database while it has nothing else to do, and in this process while others wait for it: both rank
 * alike, and under load the database is needed for what only it can do.
 */
export function relieved(database: Search, process: Search, isBusy: () => boolean): Search {
  return { search: (query, k, day) => (isBusy() ? process : database).search(query, k, day) };
}
