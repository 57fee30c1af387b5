import { helpWords } from '../core/care/help-words.ts';
import type { Looked, Shown } from '../core/content/desk.ts';
import { canonical, type ItemBody, type ItemKey, nameOf, sameBody } from '../core/content/item.ts';
import { loadCareWords } from '../knowledge/care.ts';
import { mendsOf, mendsOfDraft } from '../knowledge/edit/mends.ts';
import { withItem } from '../knowledge/edit/write.ts';
import { ContentInvalid } from '../knowledge/problem.ts';
import { repliesFolder } from '../knowledge/replies.ts';
import type { Live } from '../turn/parts.ts';
import type { LiveContent } from './content.ts';
import { filesWith } from './overlay.ts';
import { type Steady, show } from './rehearsal.ts';
import { type ReadOptions, readWords, type Words } from './words.ts';

/** What looking at a draft needs. */
export type Around = { content: LiveContent; steady: Steady; reading: () => ReadOptions };

/**
 * Tries a body out in the place of what is told now (`null`: in the place of what is published, what the file says): all
 * checks of a start, the rules for drafts, and the real turn over it.
 */
export async function look(key: ItemKey, body: ItemBody | null, file: string, around: Around): Promise<Looked> {
  const words = candidate(key, body, file, around);
  if (words instanceof ContentInvalid) return { mends: mendsOf(key, words.problems), shown: [] };
  const { content, reading } = around;
  const care = loadCareWords(words.files.get('knowledge/care.yaml') ?? '[]').list.flatMap(({ reply }) => reply ?? []);
  const rules = { directory: words.directory, day: reading().today, care: new Set(care) };
  const mends = body === null ? [] : mendsOfDraft(key, words, content.base.directory, rules);
  return { mends, shown: await shown(key, words, around) };
}

function candidate(
  key: ItemKey,
  body: ItemBody | null,
  file: string,
  { content, reading }: Around,
): Words | ContentInvalid {
  const { words } = content.current();
  // What is told already was checked.
  const told = content.current().items().get(nameOf(key));
  if (body !== null && told !== undefined && sameBody(told.body, body)) return words;
  const tried = triedOver(words);
  const name = [reading().today, nameOf(key), file, canonical(body)].join(' ');
  const before = tried.get(name);
  if (before !== undefined) return before;
  const found = read(key, body, file, { content, reading });
  // A page is looked at again and again; each try reads the whole knowledge, so only the last few are kept.
  for (const old of [...tried.keys()].slice(0, Math.max(0, tried.size - mostKept + 1))) tried.delete(old);
  tried.set(name, found);
  return found;
}

const mostKept = 3;
type Tried = Map<string, Words | ContentInvalid>;
const triedBefore = new WeakMap<Words, Tried>();

function triedOver(words: Words): Tried {
  const tried = triedBefore.get(words) ?? new Map();
  triedBefore.set(words, tried);
  return tried;
}

function read(
  key: ItemKey,
  body: ItemBody | null,
  file: string,
  { content, reading }: Pick<Around, 'content' | 'reading'>,
): Words | ContentInvalid {
  const { over, words } = content.current();
  const others = over.filter((one) => nameOf(one) !== nameOf(key));
  try {
    const files = filesWith(content.base.files, others, content.catalogue());
    return readWords(body === null ? files : withItem(files, { ...key, file, body }), reading(), words);
  } catch (error) {
    if (error instanceof ContentInvalid) return error;
    throw error;
  }
}

/** What a person sees of the thing. */
async function shown({ kind, id }: ItemKey, words: Words, { content, steady }: Around): Promise<Shown[]> {
  const now = content.current().live();
  const { replies, directory, quiz, paths, daily, knowledge } = words;
  const live: Live = { ...now, replies, directory, quiz, paths, daily, library: { ...now.library, knowledge } };
  const tap = (choice: Extract<Parameters<typeof show>[0], { kind: 'choice' }>['choice']) =>
    show({ kind: 'choice', choice }, steady, live);
  switch (kind) {
    case 'card':
      return words.knowledge.passages.has(id) ? [await tap({ kind: 'ask', passage: id })] : [];
    case 'quiz': {
      const question = quiz.find((one) => one.id === id);
      if (question === undefined) return [];
      const { bubbles } = replies.get('quiz', { question: question.ask });
      const asked = { bubbles, sources: [], offers: question.options };
      return [asked, await tap({ kind: 'guess', quiz: id, option: question.right })];
    }
    case 'service':
    case 'centre':
      return [await tap({ kind: 'help' }), await tap({ kind: 'guide', id: 'person' })];
    case 'reply': {
      if (!replies.ids.includes(id)) return [];
      const { bubbles, offers, cites } = replies.get(id, {
        ...gaps(words.files.get(`${repliesFolder}${id}.md`) ?? ''),
        ...helpWords(directory, steady.today()),
      });
      return [
        {
          bubbles,
          offers: offers.map(({ label }) => label),
          sources: cites.map((one) => `${one.locator}, ${one.document}`),
        },
      ];
    }
  }
}

/** What stands in the gaps of a fixed text when it is only looked at. */
function gaps(text: string): Record<string, string> {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).filter((name) => name !== 'operator');
  return Object.fromEntries(names.map((name) => [name, '…']));
}
