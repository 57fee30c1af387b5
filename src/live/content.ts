import type { Publication } from '../core/content/publication.ts';
import type { ContentSource } from '../core/content/store.ts';
import type { AnswerSwitch } from '../core/content/switch.ts';
import { type Catalogue, catalogueOf } from '../knowledge/edit/catalogue.ts';
import type { Live } from '../turn/parts.ts';
import { type Overlaid, overlay } from './overlay.ts';
import { type ReadOptions, readWords, type Words } from './words.ts';

/** What the words are answered with: made anew whenever the knowledge is another. */
export type Answering = Pick<Live, 'library' | 'search' | 'fallback' | 'writing'>;

/** The content of one moment. Nothing in it changes: a turn that began with it ends with it. */
export type Snapshot = Overlaid & {
  /** How turns see it. Made when first asked for. */
  live: () => Live;
  answering: () => Answering;
  day: string;
  answers: AnswerSwitch;
  /** What can be edited, as it is told now. Read when first asked for. */
  items: () => Catalogue;
  /** Everything ever published, oldest first. */
  publications: Publication[];
};

export type LiveContent = {
  current: () => Snapshot;
  /** The content as the files have it. */
  base: Words;
  /** What can be edited, as the files have it. */
  catalogue: () => Catalogue;
  /** Reads what was published since, and swaps. Rejects when it cannot be read: then everything stays as it was. */
  refresh: () => Promise<void>;
  stop: () => void;
};

export type LiveOptions = {
  base: Words;
  /** Where it is published; `null`: the files alone count. */
  source: ContentSource | null;
  /** `isBase`: the knowledge is that of the files. */
  answering: (words: Words, isBase: boolean) => Answering;
  reading: () => ReadOptions;
  onTrouble: (code: ContentTrouble) => void;
  /** Told after each swap to other knowledge. */
  onSwap: (words: Words) => void;
  watchMs?: number;
};

export type ContentTrouble = 'content-unread' | 'content-broken' | 'content-conflict';

/** How long a change may take to reach another replica. */
const usualWatchMs = 2_000;

/** Opens the content as it is published now, and watches for what changes. */
export async function openLiveContent(options: LiveOptions): Promise<LiveContent> {
  const { base, source, reading, onTrouble, onSwap, watchMs = usualWatchMs } = options;
  const inFiles = once(() => catalogueOf(base.files));
  const none: Published = { overlaid: { words: base, over: [], conflicts: [], broken: [] }, publications: [], day: '' };
  let current = snapshotOf(none, { off: false }, null);
  let version: number | null = null;

  function snapshotOf(published: Published, answers: AnswerSwitch, before: Snapshot | null): Snapshot {
    const { words } = published.overlaid;
    const isBase = words.knowledge === base.knowledge;
    const answering =
      before?.words.knowledge === words.knowledge ? before.answering : once(() => options.answering(words, isBase));
    const items =
      words === base ? inFiles : before?.words === words ? before.items : once(() => catalogueOf(words.files));
    const { replies, directory, quiz, paths, daily } = words;
    const live = once(() => ({ replies, directory, quiz, paths, daily, ...answering(), answersOff: answers.off }));
    const { publications, day } = published;
    return { ...published.overlaid, publications, day, answers, answering, items, live };
  }

  /** Lays the publications over the files, where they are others than before or the day is. */
  function publish(publications: Publication[], day: string): Published {
    const isSame = day === current.day && publications.length === current.publications.length;
    const read = (files: Words['files']) => readWords(files, reading(), current.words);
    return { publications, day, overlaid: isSame ? current : overlay(base, publications, day, inFiles, read) };
  }

  async function refreshOnce(): Promise<void> {
    const { today } = reading();
    if (source === null || ((await source.version()) === version && today === current.day)) return;
    const read = await source.read();
    const next = snapshotOf(publish(read.publications, today), read.answers, current);
    const isOther = next.words.knowledge !== current.words.knowledge;
    // At the start nobody waits for an answer yet: what is read for answering is read later.
    if (isOther && version !== null) next.live();
    current = next;
    version = read.version;
    if (next.broken.length > 0) onTrouble('content-broken');
    if (next.conflicts.length > 0) onTrouble('content-conflict');
    if (isOther) onSwap(next.words);
  }

  let work = Promise.resolve();
  const refresh = () => {
    const mine = work.then(refreshOnce);
    work = mine.catch(() => {});
    return mine;
  };
  const quietly = () => refresh().catch(() => onTrouble('content-unread'));
  await quietly();
  const timer = source === null ? undefined : setInterval(() => void quietly(), watchMs).unref();
  return { current: () => current, base, catalogue: inFiles, refresh, stop: () => clearInterval(timer) };
}

type Published = { overlaid: Overlaid; publications: Publication[]; day: string };

/** Makes a thing when it is first wanted, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
