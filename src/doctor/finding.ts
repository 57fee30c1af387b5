/**
 * One thing the doctor looked at. `ok`; `look`: works, but see to it; `bad`: people or data are at risk, or it will not
 * run; `unknown`: could not be seen from here, and why. `say` is one line in plain words that tells what to do.
 */
export type Finding = { about: About; state: 'ok' | 'look' | 'bad' | 'unknown'; say: string };

/** What a finding is about; a closed list, for programs that read the findings. */
export type About =
  | 'settings'
  | 'node'
  | 'content'
  | 'directory'
  | 'approvals'
  | 'database'
  | 'pgvector'
  | 'migrations'
  | 'keys'
  | 'desk'
  | 'officers'
  | 'telegram'
  | 'zalo-bot'
  | 'zalo-oa'
  | 'address'
  | 'model'
  | 'notices'
  | 'clock'
  | 'disk'
  | 'metrics';

export const ok = (about: About, say: string): Finding => ({ about, state: 'ok', say });
export const look = (about: About, say: string): Finding => ({ about, state: 'look', say });
export const bad = (about: About, say: string): Finding => ({ about, state: 'bad', say });
export const unknown = (about: About, say: string): Finding => ({ about, state: 'unknown', say });
