import { join } from 'node:path';
import { botChores } from './chores.ts';
import type { Config } from './config.ts';
import { type Library, libraryInSteps, makeLibrary } from './core/answer/library.ts';
import type { Chore } from './core/chore.ts';
import { commonsOf } from './core/clearance/redact.ts';
import { closingStage } from './core/closing.ts';
import type { FirstLook } from './core/first-look.ts';
import { ground } from './core/grounding.ts';
import type { Knowledge } from './core/knowledge.ts';
import { localDay } from './core/local-day.ts';
import type { ConversationStore, Preview, Search } from './core/ports.ts';
import type { Reply } from './core/reply.ts';
import { pairedWords } from './core/search/index-passages.ts';
import { memorySearch } from './core/search/memory-search.ts';
import { relieved } from './core/search/relieved.ts';
import type { Directory } from './core/services.ts';
import { makeSmalltalk } from './core/smalltalk.ts';
import type { Steps } from './core/steps.ts';
import type { Channel, Content, Update } from './core/update.ts';
import { type DeskHouse, openDesk } from './desk.ts';
import { embeddableOf } from './embeddable.ts';
import { loadCareWords } from './knowledge/care.ts';
import { loadDesk } from './knowledge/desk.ts';
import { readApproved } from './knowledge/documents/folder.ts';
import { readContent } from './knowledge/load.ts';
import { namingFiles } from './knowledge/problem.ts';
import { type LoadedReplies, readReplies } from './knowledge/replies.ts';
import { loadSenses } from './knowledge/senses.ts';
import { loadSignals } from './knowledge/signals.ts';
import { loadTrained } from './knowledge/triage.ts';
import type { Around } from './live/candidate.ts';
import { type Answering, type LiveContent, openLiveContent } from './live/content.ts';
import { readWords, type Words } from './live/words.ts';
import type { FetchRecording } from './model/listener.ts';
import type { Model, ModelTrouble } from './model/open.ts';
import { modelWords, noEmbeddings } from './model-words.ts';
import { deskAudit } from './officer-secret.ts';
import { noteClosing } from './postgres/closing.ts';
import { contentSource } from './postgres/content/source.ts';
import { conversationStore } from './postgres/conversations.ts';
import { embeddingStore } from './postgres/embeddings.ts';
import { modelUse } from './postgres/model-use.ts';
import { type Database, openDatabase, openScratch } from './postgres/open.ts';
import { type PassageRow, replacePassages, searchPassages } from './postgres/passages.ts';
import { deskSecrets } from './secrets.ts';
import { closing } from './turn/closing.ts';
import { firstLook } from './turn/first-look.ts';
import { makeThinking, type Thinking, turnOf } from './turn/turn.ts';
import { type OnTurn, watched } from './watched.ts';

/** Changes when the index is made in another way, so that prepared databases are made anew. */
const indexVersion = 2;

/** Who runs the bot when the operator gave no name. */
const unnamed = 'một nhóm đang chạy thử, chưa có cơ quan nào đứng tên';

/** The bot, ready to take turns. */
export type Bot = {
  turn: (update: Update, preview?: Preview) => Promise<Reply>;
  /** The same turn in two halves, for the queue. */
  thinking: Thinking;
  erase: (contact: string) => Promise<void>;
  /** A message judged by itself, for a door that has to turn some away. */
  firstLook: (content: Content) => FirstLook;
  knowledge: Knowledge;
  library: Library;
  replies: LoadedReplies;
  directory: Directory;
  /** What the bot tells now, as published over the files. The five above are of it, and change with it. */
  content: LiveContent;
  /** What the content desk looks at drafts with. */
  around: Around;
  database: Database;
  /** The way to a human; `null` where the content has no desk. */
  desk: DeskHouse | null;
  /** Questions, lessons and daily facts that rest on law that no longer holds, in lines for the operator: they wait. */
  lapsed: string[];
  /** Where recordings of each channel can be fetched; a channel adds itself. */
  recordings: Map<Channel, FetchRecording>;
  /** What a service does once over all replicas, and a command leaves to it. */
  chores: Chore[];
  /** What a language model was used for today, as counts; empty without one. */
  modelCounts: () => Record<string, number>;
  /** Reads the knowledge for answering, which else the first turn does. Takes a second or two. */
  warm: () => void;
  /** Whether that was done: the next turn does not wait for it. */
  isWarm: () => boolean;
  close: () => Promise<void>;
};

export type OpenOptions = {
  /** Use a language model where one is set up; its trouble and its settings are told in words. */
  model?: { tell: (line: string) => void } | undefined;
  /** Work on a throw-away copy instead of the service's own database. */
  scratch: boolean;
  /** Told of each step of a long start, in words for the operator. */
  onProgress: (step: string) => void;
  onTrouble?: (code: string) => void;
  /** Told of each turn that was thought through: its channel, whether it ended in trouble, how long it took. */
  onTurn?: OnTurn;
};

/** Loads and checks all content, opens the database, and puts the parts together. Throws `AppError`. */
export async function openBot(config: Config, options: OpenOptions): Promise<Bot> {
  const files = new Map([
    ...readContent(config.knowledgeDir),
    ...readApproved(config.documentsDir),
    ...readReplies(join(config.promptsDir, 'replies')),
  ]);
  const reading = () => ({ operator: config.operatorName ?? unnamed, today: localDay(new Date()) });
  const base = namingFiles(config, () => readWords(files, reading()));
  const { knowledge } = base;
  const triage = {
    signals: loadSignals(files),
    ...loadTrained(config.knowledgeDir),
  };
  const senses = loadSenses(config.knowledgeDir);
  // A prepared database does not need the library, so the doors open before it is read.
  const library = once(() => makeLibrary(knowledge, senses));
  const fingerprint = `${knowledge.fingerprint}-${indexVersion}`;
  const prepare = (database: Pick<Database, 'pool' | 'vector'>) =>
    replacePassages(database, () => rowsOf(library()), fingerprint, options.onProgress);
  const snapshotDir = join(config.dataDir, 'prepared');
  const database = options.scratch
    ? await openScratch({ snapshotDir, fingerprint, prepare, onProgress: options.onProgress })
    : await openDatabase({
        ...(config.databaseUrl === null ? {} : { databaseUrl: config.databaseUrl }),
        dataDir: config.dataDir,
        snapshotDir,
        fingerprint,
        prepare,
        onProgress: options.onProgress,
      });
  const { pool } = database;
  const inDatabase: Search = { search: (query, k, day) => searchPassages(pool, query.weights, k, day) };
  const isBusy = () => pool.totalCount - pool.idleCount + pool.waitingCount > 0;
  const now = () => new Date();
  const today = () => localDay(now());
  const { closesOn } = config.operations;
  const isOpen = () => closingStage(closesOn, today()) !== 'closed';
  const deskFile = loadDesk(files.get('knowledge/desk.yaml'));
  const secrets = () => deskSecrets(config, options.scratch);
  const onEvent = options.scratch ? null : deskAudit(config);
  const desk =
    deskFile === null
      ? null
      : await openDesk({ ...deskFile, isOpen, pool, secrets, now, ...(onEvent === null ? {} : { onEvent }) });
  if (!options.scratch) await noteClosing(pool, closesOn, today());
  const chores = botChores({ pool, desk, closesOn, now });
  const conversations = erasingAlso(conversationStore(database.pool), desk);
  const smalltalk = makeSmalltalk(knowledge.smalltalk);
  const read = {
    triage: { ...triage, smalltalk },
    smalltalk,
    careWords: loadCareWords(files.get('knowledge/care.yaml') ?? '[]'),
    conversations,
    desk: desk?.parts ?? null,
    now,
    today,
    onTrouble: options.onTrouble ?? (() => {}),
  };
  const recordings: Bot['recordings'] = new Map();
  const model = await openTheModel(config, options, database, recordings);
  // What the database holds is what the files say: other knowledge is searched in this process, where it ranks alike.
  const answering = function* (words: Words, isBase: boolean): Steps<Answering> {
    const made = isBase ? library() : yield* libraryInSteps(words.knowledge, senses);
    const fallback = memorySearch(made.index.rows, (id) => words.knowledge.passages.get(id));
    const search = database.vector && isBase ? relieved(inDatabase, fallback, isBusy) : fallback;
    return { library: made, search, fallback, writing: model && { commons: commonsOf(made), ground, ...model } };
  };
  const fill = (words: Words) => void model?.dense?.fill(embeddableOf([...words.knowledge.passages.values()]));
  const content = await openLiveContent({
    base,
    source: options.scratch ? null : contentSource(pool),
    answering,
    reading,
    onTrouble: options.onTrouble ?? (() => {}),
    onSwap: fill,
  });
  const live = () => content.current().live();
  const replies: LoadedReplies = {
    get: (...given) => content.current().words.replies.get(...given),
    get ids() {
      return content.current().words.replies.ids;
    },
    get awaitingApproval() {
      return content.current().words.replies.awaitingApproval;
    },
  };
  let isWarm = false;
  const thinking = once(() => {
    const made = makeThinking({ ...read, ...live() }, live);
    isWarm = true;
    const kind = closesOn === null ? made : closing(made, { closesOn, today, replies });
    return watched(kind, options.onTurn);
  });
  const around: Around = { content, steady: read, reading };
  return {
    turn: async (...given) => turnOf(thinking())(...given),
    get thinking() {
      return thinking();
    },
    erase: (contact) => conversations.erase(contact),
    firstLook: (given) => firstLook(given, { ...read, ...content.current().words }),
    content,
    around,
    get knowledge() {
      return content.current().words.knowledge;
    },
    get library() {
      return live().library;
    },
    get lapsed() {
      return content.current().words.lapsed;
    },
    isWarm: () => isWarm,
    warm() {
      thinking();
      fill(content.current().words);
    },
    replies,
    get directory() {
      return content.current().words.directory;
    },
    database,
    desk,
    recordings,
    chores,
    modelCounts: () => withoutLevels(model?.counts() ?? {}),
    async close() {
      content.stop();
      await model?.close();
      await database.close();
    },
  };
}

/** Erasing a talk also drops what its person had not sent, and closes their case for this talk. */
function erasingAlso(store: ConversationStore, desk: DeskHouse | null): ConversationStore {
  const people = desk?.parts?.intake;
  if (!people) return store;
  return { ...store, erase: (contact) => Promise.all([people.drop(contact), store.erase(contact)]).then(() => {}) };
}

function rowsOf(library: Library): PassageRow[] {
  return library.index.rows.flatMap((row) => {
    const passage = library.knowledge.passages.get(row.id);
    if (!passage) return [];
    const { document, locator, inForceFrom, inForceTo, facts } = passage;
    return [{ id: row.id, document, locator, inForceFrom, inForceTo, kind: facts.kind, words: pairedWords(row) }];
  });
}

/** The model that is set up, if one may be used here. Its library is loaded only then. */
async function openTheModel(
  { model, promptsDir }: Config,
  options: OpenOptions,
  { pool, vector }: Pick<Database, 'pool' | 'vector'>,
  recordings: Bot['recordings'],
): Promise<Model | null> {
  if (options.model === undefined || model.kind === 'off') return null;
  const { tell } = options.model;
  if (model.kind === 'unusable') {
    tell(model.why);
    return null;
  }
  const { openModel } = await import('./model/open.ts');
  // A throw-away copy would be embedded anew each time.
  const wanted = options.scratch ? null : model.embedding;
  const store = wanted && vector ? await embeddingStore(pool, wanted).catch(() => null) : null;
  if (wanted && !store) tell(noEmbeddings);
  const embedding = wanted && store && { ...wanted, store };
  const onTrouble = (code: ModelTrouble) => {
    options.onTrouble?.(code);
    const words = modelWords[code];
    if (words !== null) tell(words);
  };
  const use = modelUse(pool);
  const hearing = model.transcription === null ? null : { model: model.transcription, recordings };
  return openModel({
    ...model,
    embedding,
    hearing,
    promptsDir,
    use,
    today: () => localDay(new Date()),
    onTrouble,
    onProgress: tell,
  });
}

/** Counts that logs and metrics may hold: none of them tells how many messages had to do with harm. */
function withoutLevels(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([what]) => !/^(?:opinion-|kept-back)/.test(what)));
}

/** Makes a thing when it is first wanted, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
