import type { Candidate } from '../core/answer/candidate.ts';
import type { Composed } from '../core/answer/composed.ts';
import { pointedAt } from '../core/answer/direct.ts';
import { asksElsewhere, isOfHere, withoutElsewhere } from '../core/answer/elsewhere.ts';
import { inTalk, leanOf, standsAlone, subjectOf } from '../core/answer/follow.ts';
import { asByItself, inOrderOfTalk, ofItsDecree } from '../core/answer/in-talk.ts';
import { joined } from '../core/answer/joined.ts';
import type { Library } from '../core/answer/library.ts';
import { beside, nearest } from '../core/answer/nearest.ts';
import { carriedOver, moneyAsked, outright, withAsksOf } from '../core/answer/outright.ts';
import { standing, withoutClause } from '../core/answer/standing.ts';
import { trustInTalk } from '../core/answer/talk-trust.ts';
import { convinces } from '../core/answer/threshold.ts';
import { told } from '../core/answer/told.ts';
import { tellsUnheld } from '../core/answer/unheld.ts';
import type { Topic } from '../core/conversation.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Passage } from '../core/passage.ts';
import { asksForeignLaw } from '../core/question/foreign-law.ts';
import type { Question } from '../core/question/understand.ts';
import { type Unheld, unheldIn } from '../core/question/unheld.ts';
import { wantedFact } from '../core/question/wanted.ts';
import { chosen } from './chosen.ts';
import type { Find } from './find.ts';
import { inLightOf } from './follow.ts';
import { alsoOfNation, compareRealms, nationsOwn } from './realms.ts';

/** An answer, or the nearest things to one when the knowledge does not hold it. */
export type Answered =
  /** `sure` when it answers all that the message asks; `trust`, 0–1, that it is about what was asked. */
  | { kind: 'answer'; composed: Composed; also: Passage[]; sure: boolean; trust: number }
  /** It names a place or an act that does not exist in the knowledge. */
  | { kind: 'absent' }
  /** Asked of another province, whose affairs the knowledge does not hold. */
  | { kind: 'elsewhere' }
  /** It is about a matter that is not in this knowledge; `sure` when asked much as people are known to ask for it. */
  | { kind: 'outside'; topic: string; office: string; sure: boolean }
  /** It asks for a kind of thing that nothing here tells: somebody's name, news, how many there really were. */
  | { kind: 'unheld'; what: Unheld; nearest: Passage[] }
  /** `first`: what comes first to mind with it, though it is not sure to answer. */
  | { kind: 'decline'; nearest: Passage[]; first?: Passage | undefined };

type Told = Answered & { kind: 'answer' };

/** What answering looks at besides the question. */
export type Around = { topic: Topic | null; day: string; library: Library; find: Find };

const foreignLaw: Answered = {
  kind: 'outside',
  topic: 'luật của nước khác',
  office: 'luật sư hoặc đại sứ quán nước đó',
  sure: true,
};

/** The likeness to a known phrasing that shows one passage to answer all of a message. */
const surely = 0.7;

/** So like a known way of asking, a message is that one. */
const inItsWords = 0.9;

/** The least trust that is an answer in a talk: between losing few right answers and going on with what nothing answers. */
const leastInTalk = 0.3;

const sharedOut = /\b(?:chia|phan bo|rot|cap|giao) (?:cho )?(?:bao nhieu|may)\b(?! (?:xa|phuong|thon|to|ho))/;

/** What became of a place tells of no money it is given. */
function tells({ passages }: Composed, { folded, asked }: Question, knowledge: Knowledge): boolean {
  const ofMoney = wantedFact(asked) === 'money' || sharedOut.test(folded);
  return !ofMoney || knowledge.passages.get(passages[0] ?? '')?.facts.kind !== 'commune';
}

/** Answers one question; what it wants must be of a kind that may be held here. */
export async function answerOne(question: Question, around: Around): Promise<Answered> {
  const found = await fromKnowledge(question, around);
  if (mayStand(found)) return found;
  const what = unheldIn(question);
  return what === null ? found : unlessTold(found, what, around.library.knowledge);
}

/** Whether it stands whatever is asked for: no answer at all, or one asked for in nearly the words of a known way. */
function mayStand(found: Answered): boolean {
  if (found.kind === 'decline') return false;
  // What is told outright is told of whatever it names.
  return found.kind !== 'answer' || (found.sure && found.trust < 1);
}

/** Nothing is told beside the point: an answer stands only where it tells what was asked, or says itself what is open. */
function unlessTold(found: Answered, what: Unheld, { passages }: Knowledge): Answered {
  if (found.kind === 'decline') return { kind: 'unheld', what, nearest: found.nearest };
  if (found.kind !== 'answer' || tellsUnheld(found.composed.text, what)) return found;
  const nearest = found.composed.passages.flatMap((id) => passages.get(id) ?? []);
  return nearest[0]?.facts.kind === 'unknown' ? found : { kind: 'unheld', what, nearest };
}

/** Outright, by number, in the light of the talk, or from what search finds. */
async function fromKnowledge(typed: Question, { topic, day, library, find }: Around): Promise<Answered> {
  const { knowledge } = library;
  const last = (topic?.passages ?? []).flatMap((id) => knowledge.passages.get(id) ?? []);
  const main = last[0] ?? null;
  const question = main ? inTalk(withAsksOf(topic, typed), main, topic ?? {}) : typed;
  const whole = (composed: Composed): Answered => ({ kind: 'answer', composed, also: [], sure: true, trust: 1 });
  const from = (passage: Passage, others: Candidate[], also: Passage[]): Told => {
    return { kind: 'answer', composed: told(passage, question, others, library, day), also, sure: false, trust: 0 };
  };
  if (asksElsewhere(question, knowledge)) return { kind: 'elsewhere' };
  if (asksForeignLaw(question.folded)) return foreignLaw;
  // An act or a programme that nobody here knows is nothing that is told of others.
  const said = question.strangerAct ? null : outright(question, topic, main, day, library);
  if (said && tells(said, question, knowledge)) return whole(said);
  const pointed = pointedAt(question, topic, library);
  if (pointed.kind === 'absent') return { kind: 'absent' };
  if (pointed.kind === 'instead') return whole(withoutClause(pointed.passage));
  if (pointed.kind === 'passage') return from(standing(pointed.passage, day, knowledge), [], pointed.others);
  const carried = carriedOver(question, main, library);
  if (carried) return from(carried, [], []);
  const money = moneyAsked(question, main, library);
  if (money) return whole(money);

  const own = subjectOf(typed).length;
  const theirs = main && own < 3 ? nationsOwn(main, typed, library) : null;
  if (theirs) return from(theirs, [], []);
  const both = await compareRealms(question, library, find);
  if (both) return whole(both);

  const { found, candidates, best } = await chosen(question, library, find);
  // Asked in the very words of a known way, a message stands for itself: asked twice, it is answered twice alike.
  if (main && !standsAlone(typed) && !(best && best.likeness >= inItsWords)) {
    const read = await inLightOf(question, [main, ...last.slice(1)], { found, candidates, best }, library, find);
    const [next, ...others] = asByItself(ofItsDecree(inOrderOfTalk(read), main), best, typed);
    const trust = next ? trustInTalk([next, ...others], question, found, library) : 0;
    if (next === undefined || trust < leastInTalk)
      // Who leans on the talk is offered what belongs to it, and not what a word happens to stand in.
      return (
        outside(found) ?? {
          kind: 'decline',
          nearest: leanOf(typed) === 'none' ? nearest(found) : goingOn(main, knowledge),
        }
      );
    const { passage } = next.candidate;
    if (passage !== best?.passage) {
      const byItself = candidates.find((one) => one.passage === passage);
      const sure = byItself && convinces(byItself) ? byItself.trust : 0;
      const after = others.map(({ candidate }) => candidate);
      return { ...from(alsoOfNation(main, passage, typed, library), after, []), trust: sure };
    }
  }
  if (best === undefined)
    return question.strangerAct
      ? { kind: 'absent' }
      : (outside(found) ?? { kind: 'decline', nearest: nearest(found), first: found[0]?.passage });
  if (isOfHere(best.passage, question, knowledge)) return { kind: 'elsewhere' };
  const nations = nationsOwn(best.passage, question, library);
  if (nations) return from(nations, [], []);
  const others = candidates.filter((one) => one !== best);
  const full = joined(told(best.passage, question, others, library, day), best, others[0]);
  const composed = withoutElsewhere(full, question, knowledge);
  const sure = best.likeness >= surely || composed.settled === true;
  return { kind: 'answer', composed, also: beside(best, others), sure, trust: best.trust };
}

/** How near a matter that is elsewhere must come to be named in a decline, and how like it must be. */
const nearElsewhere = 0.6;
const likeElsewhere = 0.3;
/** So like, and there is no doubt, however near. */
const surelyElsewhere = 0.45;

/** Names the matter that is not held here, where it is clear which. */
function outside(found: Candidate[]): Answered | null {
  const matter = found.find((one) => one.passage.facts.kind === 'elsewhere');
  if (matter?.passage.facts.kind !== 'elsewhere') return null;
  const sure = matter.likeness >= surelyElsewhere;
  if (!sure && (matter.near < nearElsewhere || matter.likeness < likeElsewhere)) return null;
  const { topic, office } = matter.passage.facts;
  return { kind: 'outside', topic, office, sure };
}

/** What to offer when the talk cannot go on as asked: what belongs to the last answer, and that answer again. */
function goingOn(main: Passage, knowledge: Knowledge): Passage[] {
  return [...main.related.flatMap((id) => knowledge.passages.get(id) ?? []), main];
}
