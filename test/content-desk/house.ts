import { libraryInSteps } from '../../src/core/answer/library.ts';
import type { ItemBody, ItemKey } from '../../src/core/content/item.ts';
import { nameOf } from '../../src/core/content/item.ts';
import type { ContentSource, ContentStore, NewPublication } from '../../src/core/content/store.ts';
import type { AuditNote } from '../../src/core/officers/audit.ts';
import { memorySearch } from '../../src/core/search/memory-search.ts';
import type { Steps } from '../../src/core/steps.ts';
import { catalogueOf } from '../../src/knowledge/edit/catalogue.ts';
import type { ContentFiles } from '../../src/knowledge/load.ts';
import { readReplies } from '../../src/knowledge/replies.ts';
import { type Answering, type ContentTrouble, type LiveContent, openLiveContent } from '../../src/live/content.ts';
import { contentDesk } from '../../src/live/desk.ts';
import { readWords, type Words } from '../../src/live/words.ts';
import { contentStore } from '../../src/postgres/content/store.ts';
import type { Database } from '../../src/postgres/open.ts';
import { makeThinking, turnOf } from '../../src/turn/turn.ts';
import { content, makeParts, senses } from '../fakes.ts';
import { makeClock, openOfficerHouse } from '../officers/house.ts';

const root = new URL('../..', import.meta.url).pathname;

export const files: ContentFiles = new Map([...content, ...readReplies(`${root}prompts/replies`)]);
export const base = readWords(files, { operator: 'Trung tâm thử nghiệm', today: '2026-11-26' });
export const catalogue = catalogueOf(files);

/** The body of something in the content files. */
export function bodyOf(key: ItemKey): ItemBody {
  const found = catalogue.get(nameOf(key));
  if (!found) throw new Error(`no ${nameOf(key)}`);
  return found.body;
}

export const card: ItemKey = { kind: 'card', id: 'tuoi-ket-hon' };

export const noteOf = (action: AuditNote['action'], subject: string): AuditNote => ({
  at: new Date('2026-11-26T02:00:00Z'),
  actor: 'lan.soan',
  action,
  subject,
  detail: null,
});

/** A change of a thing, as it would be written down. */
export function changeOf(key: ItemKey, body: ItemBody | null, more: Partial<NewPublication> = {}): NewPublication {
  const inFile = catalogue.get(nameOf(key));
  return {
    ...key,
    deed: 'published',
    body,
    fileBody: inFile?.body ?? null,
    file: inFile?.file ?? 'knowledge/answers/thu.yaml',
    from: '2026-11-26',
    authors: ['lan.soan'],
    reviewer: 'mai.duyet',
    at: new Date('2026-11-26T02:00:00Z'),
    ...more,
  };
}

/** Writes a change down whatever came before. */
export async function publish(store: ContentStore, change: NewPublication): Promise<void> {
  const last = (await store.history(change))[0]?.seq ?? 0;
  const note = noteOf('content-published', nameOf(change));
  const done = await store.change(change, last, note);
  if (done.kind !== 'changed') throw new Error(done.kind);
}

export function* answering(words: Words): Steps<Answering> {
  const library = yield* libraryInSteps(words.knowledge, senses);
  const search = memorySearch(library.index.rows, (id) => words.knowledge.passages.get(id));
  return { library, search, fallback: search, writing: null };
}

export type LiveHouse = LiveContent & { trouble: ContentTrouble[]; day: { now: string } };

/** The live content over a source; without `watchMs` it is refreshed only when told. */
export async function openLive(source: ContentSource, from: Words = base, watchMs = 3_600_000): Promise<LiveHouse> {
  const trouble: ContentTrouble[] = [];
  const day = { now: '2026-11-26' };
  const live = await openLiveContent({
    base: from,
    source,
    answering,
    reading: () => ({ operator: 'Trung tâm thử nghiệm', today: day.now }),
    onTrouble: (code) => trouble.push(code),
    onSwap: () => {},
    watchMs,
  });
  return { ...live, trouble, day };
}

/** The officers' pages with the real content desk, and the content that people are told. */
export async function openContentHouse(open?: () => Promise<Database>) {
  let live: LiveHouse | null = null;
  const clock = makeClock('2026-11-26T02:00:00Z');
  const steady = makeParts();
  const house = await openOfficerHouse(clock, open, async (pool, auditKey) => {
    const store = contentStore(pool, auditKey);
    live = await openLive(store);
    const { day } = live;
    const reading = () => ({ operator: 'Trung tâm thử nghiệm', today: day.now });
    return contentDesk(store, { content: live, steady: { ...steady, today: () => day.now }, reading });
  });
  const opened = live as LiveHouse | null;
  if (opened === null) throw new Error('no content');
  return {
    ...house,
    live: opened,
    /** What a person who asks is told now, on any channel. */
    turn: turnOf(makeThinking({ ...steady, ...opened.current().live() }, () => opened.current().live())),
    empty: async () => {
      await house.empty();
      await house.database.pool.query('truncate content_draft, content_published, answers_switch');
      await house.database.pool.query('update content_version set version = version + 1');
      await opened.refresh();
    },
    close: async () => {
      opened.stop();
      await house.database.close();
    },
  };
}
