import type { z } from 'zod';
import { tellAct, wholeAct } from '../core/answer/act-words.ts';
import type { ActRecord, KnownDocument, PassageFacts } from '../core/passage.ts';
import { fold } from '../core/vietnamese/fold.ts';
import { askedOf } from './asked.ts';
import { addDocumentFacts } from './document-facts.ts';
import { addPassage, basis, type Draft } from './draft.ts';
import { type LawBlock, parseLaw } from './law-file.ts';
import { lawDocument } from './schemas.ts';
import { readYaml } from './yaml-file.ts';

/** The day an act whose entry into force no source gives begins to hold: later than any question. */
const notYetKnown = '9999-12-31';

/** Adds a law file's document and passages to the draft. */
export function addLaw(draft: Draft, file: string, source: string): void {
  const law = parseLaw(file, source, draft.problems);
  if (!law) return;
  const front = readYaml(file, law.frontMatter, lawDocument, draft.problems)?.value;
  if (!front) return;
  if (draft.documents.has(front.number)) {
    draft.problems.push({ file, line: 2, what: `văn bản ${front.number} đã có ở tệp khác.` });
    return;
  }
  const document = documentOf(front);
  for (const block of law.blocks) addBlock(draft, file, document, block);
  addDocument(draft, file, document, front, law.blocks);
}

type Front = z.infer<typeof lawDocument>;

/** An act as the front part of its file has it. */
export function documentOf(front: Front): KnownDocument {
  const { number, title, short, aliases, inForceTo, onlyWhenNamed } = front;
  const { issuer, issued, chapters, articles, ends, amendedBy, organisations } = front;
  const known = front.standing === 'known' && front.inForceFrom !== null;
  const act = known ? { issuer, issued, chapters, articles, ends, amendedBy, organisations } : null;
  return {
    number,
    title,
    short,
    aliases,
    inForceFrom: front.inForceFrom ?? notYetKnown,
    inForceTo,
    onlyWhenNamed,
    act,
  };
}

/** Adds the act itself, and what its front part says of it. */
export function addDocument(
  draft: Draft,
  file: string,
  document: KnownDocument,
  front: Front,
  blocks: LawBlock[],
): void {
  draft.documents.set(document.number, document);
  const told = blocks.some((block) => /hiệu lực/i.test(block.title));
  if (!told && blocks.length > 0 && front.inForceFrom !== null && front.confidence !== 'C')
    addDocumentFacts(draft, document, front, `${slug(document.number)}/hieu-luc`, { file, line: 2 });
  if (document.act) addWhole(draft, file, document, document.act);
}

/** The act as a whole, so that what is said of it has a place to be cited by. */
function addWhole(draft: Draft, file: string, document: KnownDocument, act: ActRecord): void {
  const say = tellAct(document, act);
  addPassage(
    draft,
    {
      ...basis(document, wholeAct),
      id: `${slug(document.number)}/toan-van`,
      title: document.title,
      text: say,
      say,
      ask: [],
      facts: { kind: 'act' },
    },
    { file, line: 2 },
  );
}

/** Adds one article, clause or point as a passage. */
export function addBlock(draft: Draft, file: string, document: KnownDocument, block: LawBlock): void {
  const text = block.text || block.say;
  // An article whose content stands in its clauses needs no passage of its own.
  if (!text) return;
  const from = block.inForceFrom ?? document.inForceFrom;
  const to = block.inForceTo ?? document.inForceTo;
  if (to !== null && to < from)
    draft.problems.push({
      file,
      line: block.line,
      what: `ngày hết hiệu lực ${to} đứng trước ngày có hiệu lực ${from}.`,
    });
  addPassage(
    draft,
    {
      ...basis(document, block.locator),
      id: idOf(document.number, block.locator, to),
      title: block.title,
      text,
      say: block.say ?? text,
      more: block.say && block.text && block.text !== block.say ? block.text : null,
      ...askedOf(block.ask),
      inForceFrom: from,
      inForceTo: to,
      facts: factsOf(block.locator),
    },
    { file, line: block.line },
  );
}

function factsOf(locator: string): PassageFacts {
  const target = locator.startsWith('Mục tiêu');
  return target ? { kind: 'text' } : { kind: 'article', article: Number(/\d+/.exec(locator)?.[0] ?? 0) };
}

/** "13/2022/QH15" → "13-2022-qh15". */
export function slug(words: string): string {
  return fold(words)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The id must fit a messenger's button, whose wire form has 64 bytes. */
const maxIdChars = 60;

function idOf(number: string, locator: string, to: string | null): string {
  const [act, until] = [slug(number), to === null ? '' : `-den-${to}`];
  const place = locatorCode(locator).slice(0, maxIdChars - act.length - 1 - until.length);
  return `${act}/${place.replace(/-$/, '')}${until}`;
}

/** "Điều 3 khoản 1 điểm đ" → "d3k1-dd": short, and `đ` kept apart from `d`. A named part: "phan-thoi-hieu". */
export function locatorCode(locator: string): string {
  if (!locator.startsWith('Điều')) return slug(locator).slice(0, 40);
  return locator
    .replace(/^Điều\s+/, 'd')
    .replace(/\s+khoản\s+/, 'k')
    .replace(/\s+điểm\s+/, '-')
    .toLowerCase()
    .replaceAll('đ', 'dd');
}
