import type { Publication } from '../core/content/publication.ts';
import type { ContentSource } from '../core/content/store.ts';
import type { AnswerSwitch } from '../core/content/switch.ts';
import { finish, type Steps } from '../core/steps.ts';
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
  answering: (words: Words, isBase: boolean) => Steps<Answering>;
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
  const lazily = (words: Words) => once(() => finish(options.answering(words, words.knowledge === base.knowledge)));
  let current = snapshotOf(none, { off: false }, lazily(base), null);
  let version: number | null = null;

  function snapshotOf(
    { overlaid, publications, day }: Published,
    answers: AnswerSwitch,
    answering: () => Answering,
    before: Snapshot | null,
  ): Snapshot {
    const { words } = overlaid;
    const items =
      words === base ? inFiles : before?.words === words ? before.items : once(() => catalogueOf(words.files));
    const { replies, directory, quiz, paths, daily } = words;
    const live = once(() => ({ replies, directory, quiz, paths, daily, ...answering(), answersOff: answers.off }));
    return { ...overlaid, publications, day, answers, answering, items, live };
  }

  /** What the words are answered with. Once people are answered, it is made between their turns; before, when asked for. */
  async function answeringOf(words: Words): Promise<() => Answering> {
    if (words.knowledge === current.words.knowledge) return current.answering;
    if (version === null) return lazily(words);
    const made = await gently(options.answering(words, words.knowledge === base.knowledge));
    return () => made;
  }

  /** Lays the publications over the files, where they are others than before or the day is. */
  function publish(publications: Publication[], day: string): Published {
    const isSame = day === current.day && publications.at(-1)?.seq === current.publications.at(-1)?.seq;
    const read = (files: Words['files']) => readWords(files, reading(), current.words);
    return { publications, day, overlaid: isSame ? current : overlay(base, publications, day, inFiles, read) };
  }

  async function refreshOnce(): Promise<void> {
    const { today } = reading();
    if (source === null || ((await source.version()) === version && today === current.day)) return;
    const read = await source.read();
    const published = publish(read.publications, today);
    const answering = await answeringOf(published.overlaid.words);
    const next = snapshotOf(published, read.answers, answering, current);
    const isOther = next.words.knowledge !== current.words.knowledge;
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

/** How long work goes on before whoever waits is let in. */
const atOnceMs = 10;

/** Does long work a little at a time: people who write meanwhile are answered meanwhile. */
async function gently<T>(steps: Steps<T>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < atOnceMs) continue;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  }
}

/** Makes a thing when it is first wanted, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
