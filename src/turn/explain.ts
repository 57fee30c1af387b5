import type { Candidate } from '../core/answer/candidate.ts';
import type { Library } from '../core/answer/library.ts';
import type { Weighed } from '../core/content/try-out.ts';
import type { Search } from '../core/ports.ts';
import { withoutPoliteness } from '../core/question/polite.ts';
import { understand } from '../core/question/understand.ts';
import { wordsOf } from '../core/search/terms.ts';
import { makeFind } from './find.ts';

/** The passages that a question standing for itself is answered from, best first, as answering weighs them. */
export async function explain(question: string, day: string, library: Library, search: Search): Promise<Weighed[]> {
  const asked = withoutPoliteness(question);
  const found = await makeFind(day, library, search)(understand(asked, library.names));
  return found.slice(0, mostShown).map((one) => weighed(one, asked));
}

const mostShown = 6;

function weighed({ passage, trust, likeness, coverage }: Candidate, asked: string): Weighed {
  const { id, title, document, locator } = passage;
  return { id, title, document, locator, trust, likeness, coverage, nearest: nearestOf(passage.ask, asked) };
}

/** The known way of asking that shares most of its words with the question. */
function nearestOf(ask: string[], asked: string): string | null {
  const said = foldedOf(asked);
  const sharing = ask.map((phrasing) => {
    const words = foldedOf(phrasing);
    const both = [...words].filter((word) => said.has(word)).length;
    return { phrasing, share: (2 * both) / Math.max(1, words.size + said.size) };
  });
  const best = sharing.sort((a, b) => b.share - a.share)[0];
  return best === undefined || best.share === 0 ? null : best.phrasing;
}

function foldedOf(text: string): Set<string> {
  return new Set(wordsOf(text).map(({ folded }) => folded));
}
