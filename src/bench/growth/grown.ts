import type { Knowledge } from '../../core/knowledge.ts';
import type { KnownDocument, Passage } from '../../core/passage.ts';
import { makeRandom } from './random.ts';

/** A text to be a passage of an operator's document, as a corpus or the generator gives it. */
export type Text = { document: string; title: string; text: string };

const seed = 2026;
/** Words that stand together in the knowledge and are kept together. */
const piece = 4;
const perDocument = 60;

/** Invented articles out of the words of the knowledge, so that words are as common as they are in it. Endless. */
export function* inventedTexts({ passages }: Knowledge): Generator<Text, never> {
  const random = makeRandom(seed);
  const spoken = [...passages.values()].map((one) => one.text.split(/\s+/)).filter((words) => words.length >= piece);
  const words = (count: number) => {
    const said: string[] = [];
    while (said.length < count) {
      const from = spoken[Math.floor(random() * spoken.length)] ?? [];
      const at = Math.floor(random() * (from.length - piece + 1));
      said.push(...from.slice(at, at + piece));
    }
    return said.join(' ');
  };
  for (let nth = 0; ; nth++) {
    const title = words(8);
    const text = `${title}. ${words(40 + Math.floor(random() * 120))}`;
    yield { document: `Văn bản thử ${Math.floor(nth / perDocument)}`, title, text };
  }
}

/** The knowledge with as many texts more as it takes to hold `size` passages; of a smaller size, only the first of its own. */
export function grownTo(knowledge: Knowledge, size: number, texts: Iterator<Text>): Knowledge {
  const passages = new Map([...knowledge.passages].slice(0, size));
  const documents = new Map(knowledge.documents);
  for (let nth = 0; passages.size < size; nth++) {
    const next = texts.next();
    if (next.done) break;
    const { document, title, text } = next.value;
    const id = `them-${nth}`;
    if (!documents.has(document)) documents.set(document, documentOf(document));
    passages.set(id, passageOf(id, next.value.document, title, text, nth));
  }
  return { ...knowledge, passages, documents };
}

function documentOf(number: string): KnownDocument {
  const dates = { inForceFrom: '2020-01-01', inForceTo: null };
  return { number, title: number, short: number, aliases: [], ...dates, onlyWhenNamed: false, act: null };
}

function passageOf(id: string, document: string, title: string, text: string, nth: number): Passage {
  const locator = `Điều ${nth + 1}`;
  return {
    id,
    document,
    locator,
    title,
    text,
    say: title,
    more: null,
    ask: [],
    inForceFrom: '2020-01-01',
    inForceTo: null,
    cites: [{ document, locator }],
    related: [],
    facts: { kind: 'text' },
  };
}
