import type { KnownDocument } from '../core/passage.ts';
import { spokenDay } from '../core/spoken-day.ts';
import { addPassage, basis, type Draft, type Place } from './draft.ts';

/** What a law file's front part says of the act itself. */
type Front = { issuer: string; issued: string | null; confidence: string };

/**
 * Adds what the act is, who made it and since when it holds, for acts whose digest has no article on that. Nothing is
 * said of an act whose present standing is not established.
 */
export function addDocumentFacts(draft: Draft, document: KnownDocument, front: Front, id: string, place: Place): void {
  const { number, title, short, aliases, inForceFrom, inForceTo } = document;
  const issued = front.issued === null ? '' : ` ngày ${spokenDay(front.issued)}`;
  const end = inForceTo === null ? '' : ` Ngày cuối có hiệu lực: ${spokenDay(inForceTo)}.`;
  const say = `${title} (số ${number}) do ${front.issuer} ban hành${issued}, có hiệu lực từ ${spokenDay(inForceFrom)}.${end}`;
  const name = aliases[0] ?? short;
  addPassage(
    draft,
    {
      ...basis(document, 'Hiệu lực thi hành'),
      id,
      title: `${short}: hiệu lực thi hành`,
      text: `${short}. ${say}`,
      say,
      ask: [
        `${name} có hiệu lực từ ngày nào`,
        `${number} còn hiệu lực không`,
        `${name} ban hành ngày nào, ai ban hành`,
      ],
      facts: { kind: 'article', article: 0 },
    },
    place,
  );
}
