import type { LawBlock } from './law-file.ts';

/**
 * The blocks of a law kept word for word, made into passages that can stand alone: an article says all that is under
 * it, a clause its points, and a point begins with the words that lead to it. Each text stands once in the file.
 */
export function wholeTexts(blocks: LawBlock[]): LawBlock[] {
  const byArticle = new Map<string, LawBlock[]>();
  for (const block of blocks) {
    const article = block.locator.replace(/ (?:khoản|điểm) .*$/, '');
    byArticle.set(article, [...(byArticle.get(article) ?? []), block]);
  }
  return [...byArticle.values()].flatMap((all) =>
    all.map((block) => ({ ...block, title: titleOf(block), text: wholeText(block, all) })),
  );
}

function wholeText(block: LawBlock, blocks: LawBlock[]): string {
  const lead = / điểm \S+$/.test(block.locator) ? parentOf(block, blocks)?.text : undefined;
  const own = lead === undefined ? block.text : [lead, labelled(block)].filter(Boolean).join('\n');
  return [own, ...childrenOf(block, blocks).map((child) => partOf(child, blocks))].filter(Boolean).join('\n');
}

/** A clause or point inside the text of what it belongs to, with its number. */
function partOf(block: LawBlock, blocks: LawBlock[]): string {
  return [labelled(block), ...childrenOf(block, blocks).map(labelled)].join('\n');
}

function labelled({ locator, text }: LawBlock): string {
  const point = / điểm (\S+)$/.exec(locator)?.[1];
  const clause = / khoản (\S+)$/.exec(locator)?.[1];
  return point === undefined ? `${clause}. ${text}` : `${point}) ${text}`;
}

/** What stands directly under a block; not what holds for another time than the rest. */
function childrenOf({ locator }: LawBlock, blocks: LawBlock[]): LawBlock[] {
  return blocks.filter(
    (one) =>
      one.locator.startsWith(`${locator} `) &&
      / (?:khoản|điểm) \S+$/.exec(one.locator)?.index === locator.length &&
      one.inForceFrom === null &&
      one.inForceTo === null,
  );
}

function parentOf({ locator }: LawBlock, blocks: LawBlock[]): LawBlock | undefined {
  return blocks.find((one) => one.locator === locator.replace(/ điểm \S+$/, ''));
}

/** An article's title; clauses and points, which have none, add their first words so that lists tell them apart. */
function titleOf({ title, text, locator }: LawBlock): string {
  const isPart = / (?:khoản|điểm) /.test(locator);
  if (title !== '' && !isPart) return title;
  return [title, beginning(text)].filter(Boolean).join(': ') || locator;
}

const longestBeginning = 60;

function beginning(text: string): string {
  const line = (text.split('\n', 1)[0] ?? '').replace(/[.;:,]$/, '');
  return line.length <= longestBeginning ? line : `${line.slice(0, longestBeginning).replace(/\s\S*$/, '')}…`;
}
