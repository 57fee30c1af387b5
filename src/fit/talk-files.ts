import { AppError } from '../core/errors.ts';
import { type AskedByPeople, placesIn } from './asked-by-people.ts';
import { questionLines } from './question-files.ts';

const talk = /^(?<first>.+?) >> (?<text>.+?) => (?<places>.+)$/;

/** A question, what is said next, and the places that answer that: none when nothing does. */
export type Talk = AskedByPeople & { first: string };

/**
 * All talks under `asked/` of a content folder (`*.talks`): what people ask, and what they say next. Throws
 * `knowledge-invalid` with file and line where one is neither "question >> what is said next => document, locator; …" nor
 * "question >> what is said next => không có".
 */
export function readTalks(knowledge: string): Talk[] {
  return questionLines(knowledge, 'asked', '.talks').map(({ line, where }) => {
    const { first = '', text = '', places = '' } = talk.exec(line)?.groups ?? {};
    const read = placesIn(places);
    if (first === '' || read === null)
      throw new AppError(
        'knowledge-invalid',
        `${where}: viết "câu trước >> câu sau => văn bản, điều; văn bản, điều" hoặc "câu trước >> câu sau => không có".`,
      );
    return { first, text, places: read };
  });
}
