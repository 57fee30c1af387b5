import type { Target } from './target.ts';
import { doors } from './targets/doors.ts';
import { files } from './targets/files.ts';
import { language } from './targets/language.ts';
import { officers } from './targets/officers.ts';
import { safety } from './targets/safety.ts';

/** Every parser and every door. One list for the tests and for "npm run bench -- fuzz". */
export const targets: readonly Target[] = [...language, ...safety, ...doors, ...files, ...officers];
