import { approvedDocument } from './documents/front.ts';
import type { Draft } from './draft.ts';
import { parseLaw } from './law-file.ts';
import { addBlock, addDocument, documentOf } from './laws.ts';
import { wholeTexts } from './whole-text.ts';
import { readYaml } from './yaml-file.ts';

/**
 * Adds a document that the operator brought and someone approved. Of an act that the knowledge already knows only the
 * articles it does not speak of are added: a reviewed digest, and what it says has ended, stay as they are.
 */
export function addApproved(draft: Draft, file: string, source: string): void {
  const law = parseLaw(file, source, draft.problems);
  const front = law && readYaml(file, law.frontMatter, approvedDocument, draft.problems)?.value;
  if (!law || !front) return;
  const document = documentOf(front);
  const own = [...draft.passages.values()].filter((one) => one.document === front.number);
  const spoken = new Set(own.map((one) => articleIn(one.locator)));
  for (const block of wholeTexts(law.blocks))
    if (!spoken.has(articleIn(block.locator))) addBlock(draft, file, document, block);
  if (!draft.documents.has(front.number)) addDocument(draft, file, document, front, law.blocks);
}

/** "Điều 5 khoản 1" → "Điều 5". */
function articleIn(locator: string): string {
  return locator.replace(/ (?:khoản|điểm) .*$/, '');
}
