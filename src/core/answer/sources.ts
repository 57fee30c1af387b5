import type { Knowledge } from '../knowledge.ts';
import type { Citation } from '../passage.ts';

/** Citations as people read them: "Điều 25, Luật Phòng, chống bạo lực gia đình 2022 (13/2022/QH15)". */
export function sourceLines(cites: Citation[], knowledge: Knowledge): string[] {
  const byDocument = new Map<string, string[]>();
  for (const cite of cites) {
    const locators = byDocument.get(cite.document) ?? [];
    if (!locators.includes(cite.locator)) locators.push(cite.locator);
    byDocument.set(cite.document, locators);
  }
  return [...byDocument].map(([number, locators]) => {
    const document = knowledge.documents.get(number);
    const name = document?.short ?? number;
    // "Toàn văn" of an act or a newspaper's article says no more than its name.
    const places = locators.filter((one) => one !== 'Toàn văn' && one !== 'Bài báo');
    const place = places.length > 0 ? `${places.join('; ')} – ` : '';
    return `${place}${name.includes(number) ? name : `${name} (${number})`}`;
  });
}
