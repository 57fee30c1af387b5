import { AppError } from '../core/errors.ts';
import type { Passage } from '../core/passage.ts';
import { sameProvision } from '../eval/questions.ts';
import { type QuestionLine, questionLines } from './question-files.ts';

const asked = /^(?<text>.+?) => (?<places>.+)$/;
/** What stands for the places where nothing in the knowledge answers. */
const nothing = 'không có';

/** A question and the places that answer it, one is enough: none when nothing does. Locator `*`: the whole document. */
export type AskedByPeople = { text: string; places: Array<{ document: string; locator: string }> };

/**
 * All questions under `asked/` of a content folder, as people put them, with what answers them; only learning reads them.
 * Throws `knowledge-invalid` with file and line where one is neither "question => document, locator; document, locator" nor
 * "question => không có".
 */
export function readAsked(knowledge: string): AskedByPeople[] {
  return questionLines(knowledge, 'asked').map(parsed);
}

function parsed({ line, where }: QuestionLine): AskedByPeople {
  const { text = '', places = '' } = asked.exec(line)?.groups ?? {};
  const read = placesIn(places);
  if (read === null)
    throw new AppError(
      'knowledge-invalid',
      `${where}: viết "câu hỏi => văn bản, điều; văn bản, điều" hoặc "câu hỏi => ${nothing}".`,
    );
  return { text, places: read };
}

/** "văn bản, điều; văn bản, điều" as places, none where nothing answers; `null` when it is neither. */
export function placesIn(written: string): AskedByPeople['places'] | null {
  if (written === nothing) return [];
  const read = written.split('; ').map((one) => {
    const [document = '', ...locator] = one.split(', ');
    return { document, locator: locator.join(', ') };
  });
  return read.some(({ document, locator }) => document === '' || locator === '') ? null : read;
}

/** Whether a passage stands at one of the places, or rests on one. */
export function standsAt({ document, locator, cites }: Passage, places: AskedByPeople['places']): boolean {
  const own = cites.length === 0 ? [{ document, locator }] : cites;
  return places.some((place) =>
    own.some(
      (one) => one.document === place.document && (place.locator === '*' || sameProvision(one.locator, place.locator)),
    ),
  );
}
