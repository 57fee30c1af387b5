import type { Candidate } from '../core/answer/candidate.ts';
import { inTalk, standsAlone } from '../core/answer/follow.ts';
import { type InTalk, inOrderOfTalk, talkSigns } from '../core/answer/in-talk.ts';
import { type Library, makeLibrary } from '../core/answer/library.ts';
import { carriedBy, withAsksOf } from '../core/answer/outright.ts';
import { signsOfTrust, talkTrustSigns } from '../core/answer/talk-trust.ts';
import type { Topic } from '../core/conversation.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import { withoutPoliteness } from '../core/question/polite.ts';
import { type Question, understand } from '../core/question/understand.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { fold } from '../core/vietnamese/fold.ts';
import { parseKnowledge, readContent } from '../knowledge/load.ts';
import { loadSenses } from '../knowledge/senses.ts';
import { answer } from '../turn/answer.ts';
import { chosen } from '../turn/chosen.ts';
import { makeFind } from '../turn/find.ts';
import { inLightOf } from '../turn/follow.ts';
import { type AskedByPeople, readAsked, standsAt } from './asked-by-people.ts';
import { readInVain } from './in-vain.ts';
import { fitListwise } from './listwise.ts';
import { chance, fitLogistic } from './logistic.ts';
import { day } from './reads.ts';
import { readTalks, type Talk } from './talk-files.ts';
import { writeWeights } from './weights-file.ts';

/** Into how many parts the talks are cut to tell how much is learned: all that follows one question is in one. */
const parts = 5;
/** In so many talks people turn to another matter, that is answered or that nothing answers. */
const changes = { answered: 900, unanswered: 600 };

/** A message in a talk as it is learned from: what may answer it, which of it does, and what it is read with. */
type Trial = { kind: Kind; first: string; read: InTalk[]; right: boolean[]; question: Question; found: Candidate[] };

const kinds = ['goes on', 'other matter', 'unanswered', 'unanswered matter'] as const;
type Kind = (typeof kinds)[number];

/**
 * Fits what a message in a talk is answered from, and when nothing answers it: on talks that go on and on questions of other
 * matters after a first, as written and without diacritics.
 */
export async function fitTalks(options: { knowledge: string; dry?: boolean }): Promise<void> {
  const knowledge = parseKnowledge(readContent(options.knowledge));
  const library = makeLibrary(knowledge, loadSenses(options.knowledge));
  const search = memorySearch(library.index.rows, (id) => knowledge.passages.get(id));
  const asked = readAsked(options.knowledge);
  const answered = asked.filter((one) => one.places.length > 0);
  const vain = readInVain(options.knowledge).map((text): AskedByPeople => ({ text, places: [] }));
  const unanswered = [...asked.filter((one) => one.places.length === 0), ...vain];
  const written = [
    ...readTalks(options.knowledge).map((talk) => ({ talk, isOther: false })),
    ...changed(answered, answered, changes.answered).map((talk) => ({ talk, isOther: true })),
    ...changed(unanswered, answered, changes.unanswered).map((talk) => ({ talk, isOther: true })),
  ];
  const all = written.flatMap(({ talk, isOther }, at) => {
    const folded = { talk: { ...talk, first: fold(talk.first), text: fold(talk.text) }, isOther, group: talk.first };
    const asWritten = { talk, isOther, group: talk.first };
    // Of other matters there are enough: each is read in one of the two ways.
    return isOther ? [at % 2 === 0 ? asWritten : folded] : [asWritten, folded];
  });
  const trials: Trial[] = [];
  for (const [at, { talk, isOther, group }] of all.entries()) {
    const read = await readTalk(talk, library, search);
    const kind = kinds[(talk.places.length === 0 ? 2 : 0) + (isOther ? 1 : 0)] ?? 'goes on';
    if (read) trials.push({ ...read, kind, first: group });
    if ((at + 1) % 100 === 0) process.stderr.write(`${at + 1} of ${all.length} messages read\n`);
  }
  report(trials, library);
  if (options.dry) return;
  const { order, trust } = learn(trials, library);
  const common = { from: './in-talk.ts', command: 'talks' };
  writeWeights({
    ...common,
    file: 'src/core/answer/talk-weights.ts',
    type: 'TalkSign',
    what: 'What each sign speaks for or against a passage in a talk.',
    name: 'talkWeights',
    names: talkSigns,
    weights: order,
  });
  writeWeights({
    ...common,
    file: 'src/core/answer/talk-trust-weights.ts',
    type: 'TalkTrustSign',
    from: './talk-trust.ts',
    what: 'What each sign speaks for or against answering a message in a talk.',
    name: 'talkTrustWeights',
    names: talkTrustSigns,
    weights: trust,
  });
}

/** Pairs of questions that have nothing to do with each other, spread over all of them; always the same. */
function changed(next: AskedByPeople[], first: AskedByPeople[], count: number): Talk[] {
  const stride = Math.max(1, Math.floor(next.length / Math.max(1, count)));
  return Array.from({ length: Math.min(count, next.length) }, (_, at) => {
    const one = next[(at * stride) % next.length];
    const before = first[(at * stride + Math.floor(first.length / 3)) % first.length];
    return one && before ? [{ ...one, first: before.text }] : [];
  }).flat();
}

/**
 * What may answer the second message of a talk, and which of it does; `null` where nothing was told first, nothing is found,
 * or it stands alone.
 */
async function readTalk(
  { first, text, places }: Talk,
  library: Library,
  search: Search,
): Promise<Omit<Trial, 'kind' | 'first'> | null> {
  const typed = understand(withoutPoliteness(text), library.names);
  if (standsAlone(typed)) return null;
  const find = makeFind(day, library, search);
  const opening = withoutPoliteness(first);
  const question = understand(opening, library.names);
  const told = await answer(question, opening, null, day, library, search);
  if (told.kind !== 'answer') return null;
  const last = told.composed.passages.flatMap((id) => library.knowledge.passages.get(id) ?? []);
  const [main, ...others] = last;
  if (!main) return null;
  const topic: Topic = { passages: told.composed.passages, shown: 0, offered: [], ...carriedBy(question) };
  const inItsLight = inTalk(withAsksOf(topic, typed), main, topic);
  const alone = await chosen(inItsLight, library, find);
  const read = await inLightOf(inItsLight, [main, ...others], alone, library, find);
  const right = ({ candidate }: InTalk) => standsAt(candidate.passage satisfies Passage, places);
  return read.length === 0 ? null : { read, right: read.map(right), question: inItsLight, found: alone.found };
}

type Weights = { order: number[]; trust: number[] };

/** First what comes before what, then, in that order, when the first is right. */
function learn(trials: Trial[], library: Library): Weights {
  const order = fitListwise(
    trials.map(({ read, right }) => ({ features: read.map((one) => one.signs), right })),
    { steps: 400, pull: 0.002 },
  );
  const verdicts = trials.flatMap((trial) => {
    const first = inFront(trial, order, library);
    // What is not established declines either way.
    return first.isUnknown ? [] : [{ grounds: first.signs, right: first.isRight }];
  });
  return { order, trust: fitLogistic(verdicts, { steps: 1_000, pull: 0.002 }) };
}

type Front = { signs: number[]; isRight: boolean; isUnknown: boolean };

/** What comes first in an order, with the signs of whether it answers. */
function inFront({ read, right, question, found }: Trial, order: number[], library: Library): Front {
  const [first, ...others] = inOrderOfTalk(read, order);
  if (!first) throw new Error('a trial has something that may answer');
  const at = read.findIndex((one) => one.candidate === first.candidate);
  return {
    signs: signsOfTrust([first, ...others], question, found, library),
    isRight: right[at] === true,
    isUnknown: first.candidate.passage.facts.kind === 'unknown',
  };
}

const thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];

/** Of parts that were not learned from: how often the first is right, and what a threshold would answer and decline. */
function report(trials: Trial[], library: Library): void {
  const firsts = [...new Set(trials.map((one) => one.first))];
  const partOf = new Map(firsts.map((first, at) => [first, at % parts]));
  const seen: Array<Front & { kind: Kind; trust: number }> = [];
  for (let part = 0; part < parts; part++) {
    const isHeldOut = ({ first }: Trial) => partOf.get(first) === part;
    const { order, trust } = learn(
      trials.filter((one) => !isHeldOut(one)),
      library,
    );
    for (const trial of trials.filter(isHeldOut)) {
      const front = inFront(trial, order, library);
      seen.push({ ...front, kind: trial.kind, trust: chance(front.signs, trust) });
    }
  }
  for (const kind of kinds) {
    const of = seen.filter((one) => one.kind === kind);
    const first = of.filter((one) => one.isRight).length;
    const row = thresholds.map((least) => {
      const told = of.filter((one) => one.isUnknown || one.trust >= least);
      const declined = of.length - told.filter((one) => !one.isUnknown).length;
      return `${least}: ${told.filter((one) => one.isRight).length} right, ${declined} declined`;
    });
    process.stdout.write(`${kind} (${of.length}), first right ${first}; from trust\n  ${row.join('\n  ')}\n`);
  }
}
