import { type ItemKey, nameOf } from '../core/content/item.ts';
import { inEffect, type Publication, standingOf } from '../core/content/publication.ts';
import type { Catalogue } from '../knowledge/edit/catalogue.ts';
import { withItem } from '../knowledge/edit/write.ts';
import type { ContentFiles } from '../knowledge/load.ts';
import { ContentInvalid } from '../knowledge/problem.ts';
import type { Words } from './words.ts';

/** What is published, laid over the content files. */
export type Overlaid = {
  words: Words;
  /** What stands over the files now. */
  over: Publication[];
  /** Published, but the files changed since: somebody must choose. */
  conflicts: Publication[];
  /** Published, but it cannot be used any more: people are told what the files say. */
  broken: Publication[];
};

type Read = (files: ContentFiles) => Words;

/** More suspects than these are not tried one by one: each try takes a while, and people wait for none of it. */
const mostTries = 20;

/**
 * Lays what is in effect on `day` over the base. What no longer passes the checks of a start is left out and told, so
 * that at worst people are told what the files say. Never throws over content.
 */
export function overlay(
  base: Words,
  publications: Publication[],
  day: string,
  catalogue: () => Catalogue,
  read: Read,
): Overlaid {
  const now = inEffect(publications, day);
  if (now.length === 0) return { words: base, over: [], conflicts: [], broken: [] };
  const inFiles = catalogue();
  const standing = now.map((one) => ({ one, how: standingOf(one, inFiles.get(nameOf(one))) }));
  const open = standing.filter(({ how }) => how !== 'settled').map(({ one }) => one);
  const conflicts = standing.filter(({ how }) => how === 'conflict').map(({ one }) => one);
  const { words, kept, broken } = sound(base, open, inFiles, read);
  return { words, over: kept, conflicts, broken };
}

/** The files with these publications in their places. */
export function filesWith(files: ContentFiles, publications: Publication[], inFiles: Catalogue): ContentFiles {
  return publications.reduce((all, one) => {
    const { kind, id, body } = one;
    return body === null ? all : withItem(all, { kind, id, body, file: fileOf(one, inFiles) });
  }, files);
}

/** A thing may have moved to another file since it was published. */
function fileOf(one: ItemKey & { file: string }, inFiles: Catalogue): string {
  return inFiles.get(nameOf(one))?.file ?? one.file;
}

type Sound = { words: Words; kept: Publication[]; broken: Publication[] };

function sound(base: Words, wanted: Publication[], inFiles: Catalogue, read: Read): Sound {
  const attempt = (some: Publication[]): Words | ContentInvalid => {
    try {
      return some.length === 0 ? base : read(filesWith(base.files, some, inFiles));
    } catch (error) {
      return error instanceof ContentInvalid ? error : new ContentInvalid([]);
    }
  };
  const all = attempt(wanted);
  if (!(all instanceof ContentInvalid)) return { words: all, kept: wanted, broken: [] };
  const named = new Set(all.problems.map(({ file }) => file));
  const inNamed = wanted.filter((one) => named.has(fileOf(one, inFiles)));
  const suspects = inNamed.length === 0 ? wanted : inNamed;
  let kept = wanted.filter((one) => !suspects.includes(one));
  let words = attempt(kept);
  if (words instanceof ContentInvalid) return { words: base, kept: [], broken: wanted };
  if (suspects.length > mostTries) return { words, kept, broken: suspects };
  const broken: Publication[] = [];
  for (const one of suspects) {
    const tried = attempt([...kept, one]);
    if (tried instanceof ContentInvalid) broken.push(one);
    else {
      words = tried;
      kept = [...kept, one];
    }
  }
  return { words, kept, broken };
}
