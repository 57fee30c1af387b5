import { asItStands } from '../core/answer/composed.ts';
import type { SubscriptionChange } from '../core/broadcast/subscription.ts';
import { helpWords } from '../core/care/help-words.ts';
import { shownIn } from '../core/care/next.ts';
import { actOf } from '../core/care/words.ts';
import type { Consent } from '../core/clearance/clear.ts';
import type { Care, Conversation, Play, Topic } from '../core/conversation.ts';
import type { Decision } from '../core/decide.ts';
import type { Feedback, Learned, Unanswered } from '../core/fact.ts';
import type { Preview } from '../core/ports.ts';
import { type Question, understand } from '../core/question/understand.ts';
import { plainReply, type Reply } from '../core/reply.ts';
import { atLeast, calm, type HarmType, type Level, type Verdict } from '../core/triage.ts';
import type { Unread, Update } from '../core/update.ts';
import { abroadOf, settleAbroad } from './abroad.ts';
import { answered } from './answered.ts';
import { dressed } from './dress.ts';
import { moreOf } from './more.ts';
import { newsMove } from './news.ts';
import type { Parts } from './parts.ts';
import { cover, playing } from './play.ts';
import { gameOffers } from './play-words.ts';

/** A turn carried out: the reply, and what the talk is about from now on. */
export type Carried = {
  reply: Reply;
  topic: Topic | null;
  care: Care | null;
  erased: boolean;
  /** Id of the passage or fixed text the reply came from. */
  subject: string | null;
  /** The reply, where nothing in it has to do with harm or help; whoever says more in it leaves this as it was. */
  ordinary?: Reply;
  /** What the person tapped about an earlier reply. */
  feedback?: Feedback;
  /** Words of people that the reply repeats; numbers in them are theirs to show. */
  own?: string;
  /** The game under way from now on, `null` for none; what was under way stays when absent. */
  play?: Play | null;
  /** What came to its end. */
  learned?: Learned | undefined;
  /** What was asked and not answered. */
  unanswered?: Unanswered | undefined;
  /** What the person said about words going abroad, where this turn changed it. */
  abroad?: Consent;
  /** What becomes of the person's subscription; it stays as it is when absent. */
  subscription?: SubscriptionChange | undefined;
  /** The person is with the desk. */
  atDesk?: true;
};

/**
 * What carrying out may look at. `message` lives only for this turn; `until` is when its answer must be there, on the
 * clock of `performance.now()`.
 */
export type Turn = {
  parts: Parts;
  conversation: Conversation;
  update: Update;
  question: Question;
  message: string;
  until: number;
  /** How the person sees an answer grow; `null` where nobody can. */
  preview: Preview | null;
};

/** Does what was decided. Rejects when a part it cannot do without fails. */
export async function carryOut(decision: Decision, turn: Turn): Promise<Carried> {
  const { parts, conversation, update } = turn;
  const topic = conversation.stage === 'open' ? conversation.topic : null;
  const care = careBefore(turn);
  const plain = (id: string, outcome: Reply['outcome']): Carried => {
    const reply = plainReply(parts.replies.get(id).bubbles, outcome);
    return { reply, topic, care, erased: false, subject: id };
  };
  const menu = (): Carried => {
    const said = plain('menu', 'menu');
    return { ...said, reply: { ...said.reply, offers: gameOffers }, topic: null };
  };
  switch (decision.kind) {
    case 'help':
      return help(decision, turn);
    case 'care':
      return caring(decision, turn);
    case 'erase':
      await parts.conversations.erase(update.contact);
      return { ...plain('erased', 'smalltalk'), topic: null, care: null, erased: true };
    case 'leave':
      await parts.conversations.erase(update.contact);
      return { ...cover(turn), topic: null, care: null, erased: true };
    case 'game':
      if (parts.answersOff && decision.move.kind !== 'stop') return { ...off(turn), topic, care, erased: false };
      return { ...playing(decision.move, turn), care, erased: false };
    case 'news':
      return { ...newsMove(decision.to, turn), care, erased: false };
    case 'feedback': {
      const carried = await carryOut(decision.next, turn);
      return { ...carried, feedback: decision.said, subject: topic?.passages[0] ?? care?.said ?? null };
    }
    case 'abroad':
      return settleAbroad(decision.yes, turn);
    case 'menu':
      return menu();
    case 'say': {
      const said = plain(decision.reply, 'smalltalk');
      // Whoever asks for a human is shown those there are.
      return decision.reply === 'desk-none' ? { ...said, reply: { ...said.reply, helpOffered: true } } : said;
    }
    case 'unread': {
      // What cannot be read may be a cry for help: the lines in these texts count.
      const said = plain(unread[decision.what], 'smalltalk');
      return { ...said, reply: { ...said.reply, helpOffered: true } };
    }
    case 'more': {
      if (parts.answersOff) return { ...off(turn), topic, care, erased: false };
      const more = moreOf(topic, parts);
      return more ? { ...more, care, erased: false } : plain('more-none', 'smalltalk');
    }
    case 'passage': {
      if (parts.answersOff) return { ...off(turn), topic, care, erased: false };
      const passage = parts.library.knowledge.passages.get(decision.id);
      return passage ? { ...dressed(asItStands(passage), [], parts), care, erased: false } : menu();
    }
    case 'answer': {
      const consent = abroadOf(conversation);
      const asked = (topic?.passages.length ?? 0) === 0 ? inLightOf(decision.about, turn) : turn;
      const { until, preview } = turn;
      const drafting = { heard: decision.heard, inCare: care !== null, consent, until, preview };
      const found = parts.answersOff
        ? { ...off(turn), topic }
        : await answered(asked.question, decision.alone ? null : topic, asked.message, parts, drafting);
      // An honest word on that very point, though it establishes nothing, is more than a question back.
      const clear = 'clear' in found && found.clear === true && decision.heard.level === 'concern';
      const told = clear || parts.library.knowledge.passages.has(found.subject ?? '');
      const toThePoint = (care === null || asked !== turn) && told;
      if (found.reply.outcome === 'decline' && decision.otherwise !== null && !toThePoint)
        return care === null && decision.heard.level === 'none'
          ? plain(decision.otherwise, 'smalltalk')
          : caring(
              { reply: decision.otherwise, heard: decision.heard, shows: decision.shows ?? false, leaves: false },
              turn,
            );
      return decision.heard.level === 'concern'
        ? withConcern(found, decision.heard, turn)
        : { ...found, care, erased: false };
    }
  }
}

/** The question with the name of what was told before it, where it leans on that. */
function inLightOf(about: HarmType[] | undefined, turn: Turn): Pick<Turn, 'question' | 'message'> {
  const act = about === undefined ? null : actOf(about, turn.parts.careWords);
  if (act === null) return turn;
  const message = `${act} ${turn.message}`;
  return { message, question: understand(message, turn.parts.library.names) };
}

/** The honest word while answers are switched off. */
function off({ parts }: Turn): { reply: Reply; subject: string } {
  return { reply: plainReply(parts.replies.get('answers-off').bubbles, 'decline'), subject: 'answers-off' };
}

const unread: Record<Unread, string> = {
  voice: 'unread-voice',
  picture: 'unread-picture',
  sticker: 'unread-sticker',
  place: 'unread-place',
  contact: 'unread-contact',
  edited: 'unread-edited',
  hidden: 'unread-hidden',
  other: 'cannot-read',
};

/** A card, and under it the answer when the message asks about the law as well; or a sure answer alone. */
async function help({ card, heard, alsoAnswer, givesWay, brief }: Helping, turn: Turn): Promise<Carried> {
  const whole = fixed(card, 'help', heard, turn);
  const reply = brief ? { ...whole, bubbles: whole.bubbles.slice(0, 1) } : whole;
  const care: Care = { ...heard, said: card, shown: [...new Set([...shownIn(careBefore(turn)), card])] };
  const carried: Carried = { reply, topic: null, care, erased: false, subject: card };
  if ((!alsoAnswer && givesWay === undefined) || turn.parts.answersOff) return carried;
  // The card never waits for an answer that fails.
  const found = await answered(turn.question, null, turn.message, turn.parts).catch(() => null);
  if (found === null) return carried;
  // What is known not to be established is told as surely as an answer is.
  if (givesWay !== undefined && found.trust >= givesWay)
    return withConcern(found, { ...heard, level: 'concern' }, turn);
  if (!alsoAnswer || found.reply.outcome !== 'answer') return carried;
  const bubbles = [...reply.bubbles, found.reply.bubbles[0] ?? ''];
  return { ...carried, topic: found.topic, reply: { ...reply, bubbles, citations: found.reply.citations } };
}

type Helping = Omit<Extract<Decision, { kind: 'help' }>, 'kind'>;
type Caring = Omit<Extract<Decision, { kind: 'care' }>, 'kind'>;

function caring({ reply: id, heard, shows, leaves }: Caring, turn: Turn): Carried {
  const still = { ...heard, level: noLower(heard.level, turn) };
  const reply = fixed(id, shows ? 'help' : 'smalltalk', still, turn);
  const care = leaves ? null : { ...still, said: id, shown: [...shownIn(careBefore(turn))] };
  return { reply, topic: null, care, erased: false, subject: id };
}

/** An ordinary answer to a message that may be a disclosure: the quiet line takes the place of the standing offer. */
function withConcern(
  found: Pick<Carried, 'reply' | 'topic' | 'subject' | 'unanswered'>,
  heard: Verdict,
  turn: Turn,
): Carried {
  const standing = new Set(turn.parts.replies.get('help-offer-line').bubbles);
  const quiet = turn.parts.replies.get('concern-line').bubbles;
  const bubbles = [...found.reply.bubbles.filter((one) => !standing.has(one)), ...quiet];
  const reply = { ...found.reply, ...heard, bubbles, helpOffered: true };
  return {
    ...found,
    reply,
    care: {
      ...heard,
      level: noLower(heard.level, turn),
      said: 'concern-line',
      shown: [...shownIn(careBefore(turn))],
    },
    erased: false,
  };
}

/** The level to stay careful at: what was told before is not forgotten over a milder message. */
function noLower(level: Level, turn: Turn): Level {
  const before = careBefore(turn);
  return before !== null && atLeast(before.level, 'support') && !atLeast(level, 'support') ? 'support' : level;
}

function careBefore({ conversation }: Turn): Care | null {
  return conversation.stage === 'open' ? conversation.care : null;
}

/** A fixed text as a reply that shows where to get help, with what it offers next. */
function fixed(id: string, outcome: Reply['outcome'], heard: Verdict, turn: Turn): Reply {
  const { replies, directory, today } = turn.parts;
  const { bubbles, offers, cites } = replies.get(id, helpWords(directory, today()));
  const choices = offers.map((one) => ({ label: one.label, choice: { kind: 'guide', id: one.id } as const }));
  const reply = { ...plainReply(bubbles, outcome), ...calm, ...heard, offers: choices, citations: cites };
  return { ...reply, helpOffered: true };
}
