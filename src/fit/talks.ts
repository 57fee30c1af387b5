import { inTalk, leanOf } from '../core/answer/follow.ts';
import { type InTalk, talkSigns } from '../core/answer/in-talk.ts';
import { type Library, makeLibrary } from '../core/answer/library.ts';
import { withAsksOf, yearTalkedOf } from '../core/answer/outright.ts';
import type { Topic } from '../core/conversation.ts';
import type { Passage } from '../core/passage.ts';
import type { Search } from '../core/ports.ts';
import { withoutPoliteness } from '../core/question/polite.ts';
import { understand } from '../core/question/understand.ts';
import { memorySearch } from '../core/search/memory-search.ts';
import { parseKnowledge, readContent } from '../knowledge/load.ts';
import { loadSenses } from '../knowledge/senses.ts';
import { answer } from '../turn/answer.ts';
import { chosen } from '../turn/chosen.ts';
import { makeFind } from '../turn/find.ts';
import { inLightOf } from '../turn/follow.ts';
import { type AskedByPeople, readAsked, standsAt } from './asked-by-people.ts';
import { type Choice, fitListwise } from './listwise.ts';
import { day } from './reads.ts';
import { readTalks, type Talk } from './talk-files.ts';
import { writeWeights } from './weights-file.ts';

/** Into how many parts the talks are cut to tell how much is learned. */
const parts = 5;
/** For each talk that goes on so many in which people turn to another matter. */
const changes = 8;

/** Fits what a message in a talk is answered from, on talks that go on and on questions of other matters after a first. */
export async function fitTalks(options: { knowledge: string; dry?: boolean }): Promise<void> {
  const knowledge = parseKnowledge(readContent(options.knowledge));
  const library = makeLibrary(knowledge, loadSenses(options.knowledge));
  const search = memorySearch(library.index.rows, (id) => knowledge.passages.get(id));
  const talks = readTalks(options.knowledge);
  const asked = readAsked(options.knowledge).filter((one) => one.places.length > 0);
  const trials = [...talks.map((talk) => ({ talk, goesOn: true })), ...changed(asked, talks.length * changes)];
  const choices: Array<Choice & { goesOn: boolean }> = [];
  for (const [at, { talk, goesOn }] of trials.entries()) {
    const read = await readTalk(talk, library, search);
    if (read) choices.push({ ...read, goesOn });
    if ((at + 1) % 50 === 0) process.stderr.write(`${at + 1} of ${trials.length} talks read\n`);
  }
  report(choices);
  if (options.dry) return;
  writeWeights({
    file: 'src/core/answer/talk-weights.ts',
    type: 'TalkSign',
    from: './in-talk.ts',
    what: 'What each sign speaks for or against a passage in a talk.',
    command: 'talks',
    name: 'talkWeights',
    names: talkSigns,
    weights: fitListwise(choices, learned),
  });
}

const learned = { steps: 400, pull: 0.002 };

/** Pairs of questions that have nothing to do with each other, spread over all of them; always the same. */
function changed(asked: AskedByPeople[], count: number): Array<{ talk: Talk; goesOn: boolean }> {
  const stride = Math.max(1, Math.floor(asked.length / Math.max(1, count)));
  return Array.from({ length: Math.min(count, asked.length) }, (_, at) => {
    const next = asked[(at * stride) % asked.length];
    const first = asked[(at * stride + Math.floor(asked.length / 3)) % asked.length];
    return next && first ? [{ talk: { ...next, first: first.text }, goesOn: false }] : [];
  }).flat();
}

/** What may answer the second message of a talk, and which of it does; `null` where nothing was told first, or it stands alone. */
async function readTalk({ first, text, places }: Talk, library: Library, search: Search): Promise<Choice | null> {
  const typed = understand(withoutPoliteness(text), library.names);
  // What does not lean on the talk is answered by itself.
  if (leanOf(typed) === 'none') return null;
  const find = makeFind(day, library, search);
  const opening = withoutPoliteness(first);
  const question = understand(opening, library.names);
  const found = await answer(question, opening, null, day, library, search);
  if (found.kind !== 'answer') return null;
  const last = found.composed.passages.flatMap((id) => library.knowledge.passages.get(id) ?? []);
  const [main, ...others] = last;
  if (!main) return null;
  const topic: Topic = {
    passages: found.composed.passages,
    shown: 0,
    offered: [],
    asks: [...question.asks],
    year: yearTalkedOf(question),
  };
  const inItsLight = inTalk(withAsksOf(topic, typed), main, topic.year);
  const alone = await chosen(inItsLight, library, find);
  const read: InTalk[] = await inLightOf(inItsLight, [main, ...others], alone, library, find);
  const right = ({ candidate }: InTalk) => standsAt(candidate.passage satisfies Passage, places);
  return { features: read.map((one) => one.signs), right: read.map(right) };
}

/** How often the first is right, in parts that were not learned from. */
function report(choices: Array<Choice & { goesOn: boolean }>): void {
  const tally = new Map<boolean, { right: number; all: number }>();
  for (let part = 0; part < parts; part++) {
    const weights = fitListwise(
      choices.filter((_, at) => at % parts !== part),
      learned,
    );
    for (const { features, right, goesOn } of choices.filter((_, at) => at % parts === part)) {
      const values = features.map((row) => row.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), 0));
      const before = tally.get(goesOn) ?? { right: 0, all: 0 };
      const isRight = right[values.indexOf(Math.max(...values))] === true;
      tally.set(goesOn, { right: before.right + (isRight ? 1 : 0), all: before.all + 1 });
    }
  }
  for (const [goesOn, { right, all }] of tally)
    process.stdout.write(`${goesOn ? 'talks that go on' : 'another matter'}: ${right} of ${all} right\n`);
}
