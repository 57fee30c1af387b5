import { join } from 'node:path';
import type { Bot, OpenOptions } from './bot.ts';
import { openPrepared } from './bot-database.ts';
import { openTheModel, withoutLevels } from './bot-model.ts';
import { botChores } from './chores.ts';
import type { Config } from './config.ts';
import { libraryInSteps, makeLibrary } from './core/answer/library.ts';
import { commonsOf } from './core/clearance/redact.ts';
import { closingStage } from './core/closing.ts';
import { ground } from './core/grounding.ts';
import { localDay } from './core/local-day.ts';
import type { ConversationStore, Search } from './core/ports.ts';
import { memorySearch } from './core/search/memory-search.ts';
import { relieved } from './core/search/relieved.ts';
import { makeSmalltalk } from './core/smalltalk.ts';
import type { Steps } from './core/steps.ts';
import { type DeskHouse, openDesk } from './desk.ts';
import { embeddableOf } from './embeddable.ts';
import { loadCareWords } from './knowledge/care.ts';
import { loadDesk } from './knowledge/desk.ts';
import { readApproved } from './knowledge/documents/folder.ts';
import { readContent } from './knowledge/load.ts';
import { namingFiles } from './knowledge/problem.ts';
import { type LoadedReplies, readReplies } from './knowledge/replies.ts';
import { loadSenses } from './knowledge/senses.ts';
import { loadOrdinary, loadSignals } from './knowledge/signals.ts';
import { loadTrained } from './knowledge/triage.ts';
import type { Around } from './live/candidate.ts';
import { type Answering, openLiveContent } from './live/content.ts';
import { readWords, type Words } from './live/words.ts';
import { deskAudit } from './officer-secret.ts';
import { noteClosing } from './postgres/closing.ts';
import { contentSource } from './postgres/content/source.ts';
import { conversationStore } from './postgres/conversations.ts';
import { searchPassages } from './postgres/passages.ts';
import { deskSecrets } from './secrets.ts';
import { closing } from './turn/closing.ts';
import { firstLook } from './turn/first-look.ts';
import { makeThinking, turnOf } from './turn/turn.ts';
import { watched } from './watched.ts';

/** Who runs the bot when the operator gave no name. */
const unnamed = 'một nhóm đang chạy thử, chưa có cơ quan nào đứng tên';

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
    ordinary: loadOrdinary(files),
    ...loadTrained(config.knowledgeDir),
  };
  const senses = loadSenses(config.knowledgeDir);
  // A prepared database does not need the library, so the doors open before it is read.
  const library = once(() => makeLibrary(knowledge, senses));
  const database = await openPrepared(config, options, knowledge.fingerprint, library);
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

/** Makes a thing when it is first wanted, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
