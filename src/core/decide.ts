import type { NewsWish } from './broadcast/heard.ts';
import type { Want } from './broadcast/subscription.ts';
import { type Card, cardFor } from './care/card.ts';
import { decideInCare } from './care/decide-in-care.ts';
import { heardAlone, inContext } from './care/in-context.ts';
import { aboutTold, shownIn, toldAgain } from './care/next.ts';
import { isProbe, isToldBeside, probed } from './care/probe.ts';
import { cardTold } from './care/told-card.ts';
import type { CareWord } from './care/words.ts';
import type { Care, Conversation } from './conversation.ts';
import { asked, ofChoice } from './decide-choice.ts';
import type { Feedback } from './fact.ts';
import { pickedIn } from './menu.ts';
import type { Wish } from './quiz/wish.ts';
import { asksForDesk } from './referral/heard.ts';
import { atLeast, type HarmType, type Verdict } from './triage.ts';
import { type Choice, type Content, decodeChoice, type Move, type Unread } from './update.ts';
import { fold } from './vietnamese/fold.ts';

/** What the bot does with one update; the whole policy chooses among these. */
export type Decision =
  /**
   * A card that shows the way to help; `alsoAnswer` when the message asks about the law as well; `givesWay` when it only
   * sounds like a disclosure: the trust (0 to 1) from which an answer stands alone, with the way to help in one line;
   * `brief` when the card was shown before and only its first lines are.
   */
  | { kind: 'help'; card: Card; heard: Verdict; alsoAnswer: boolean; givesWay?: number; brief?: true }
  /** A caring text; `shows` when it shows the way to help as a card does, `leaves` ends the careful mode. */
  | { kind: 'care'; reply: string; heard: Verdict; shows: boolean; leaves: boolean }
  | { kind: 'erase' }
  /** Erase and show something harmless. */
  | { kind: 'leave' }
  | { kind: 'menu' }
  /** A move in the quiz or the lessons; `stop` ends what is under way. */
  | { kind: 'game'; move: Move | { kind: 'stop' } }
  /** News sent unasked: told what they are, switched on, or off. */
  | { kind: 'news'; to: 'offer' | Want | 'off' }
  /** What the person thought of the last answer, or of a number that was shown; kept as a fact. */
  | { kind: 'feedback'; said: Feedback; next: Decision }
  /** The person's word on questions going abroad. */
  | { kind: 'abroad'; yes: boolean }
  | { kind: 'more' }
  | { kind: 'say'; reply: string }
  /** What came was no words: it may be a cry for help all the same. */
  | { kind: 'unread'; what: Unread }
  | { kind: 'passage'; id: string }
  /**
   * An answer from the knowledge; when it has none, the text `otherwise`, or the ordinary decline for `null`. `about` when
   * the few words of the question ask what the law does about what was told before; `shows` as of a caring text; `alone`
   * when it does not go on with what was asked before.
   */
  | { kind: 'answer'; heard: Verdict; otherwise: string | null; about?: HarmType[]; shows?: true; alone?: true };

/** What is known of a message apart from its level, all worked out without the outside world. */
export type Reading = {
  /** Folded words, single spaces. */
  folded: string;
  /** The fixed reply that fits when the message is not a question: small talk, gibberish, only emoji … */
  plainReply: string | null;
  /** It asks nothing and names no subject: what is told in a talk. */
  onlyTells: boolean;
  wantsMore: boolean;
  /** The message is a command typed with a slash. */
  command: Choice | null;
  /** The message is an option of the open question of the quiz: its letter, or the option in full. */
  option: Choice | null;
  /** The message wishes to play, to learn, or to hear what is worth knowing today. */
  wish: Wish | null;
  /** The message wishes news sent unasked, or no more of them. */
  news: NewsWish | null;
  /** What the message means around a disclosure. */
  careWord: CareWord | null;
  /** It has the form of a question. */
  asks: boolean;
  /** A document, an agency or a place in a document is named. */
  named: boolean;
  /** It speaks of the plan by a year or a name, so that no word in it is meant of the writer's own trouble. */
  ofPlan: boolean;
  /** It asks how something is done. */
  asksHow: boolean;
  /** It plainly asks for an amount, a time or a place, and hardly discloses anything: a question back would be beside the point. */
  plainly: boolean;
  /** It asks what the law does about an act. */
  asksPenalty: boolean;
  /** It speaks of the writer or of a person close by. */
  personal: boolean;
  /** Words of the subject. */
  contentWords: number;
  /** How likely (0 to 1) the message alone discloses harm. */
  likelihood: number;
  /** How likely (0 to 1) the message alone tells of danger right now. */
  urgency: number;
  /** How likely (0 to 1) a disclosure in it is of dying; 0 where nothing is heard. */
  dying: number;
  /** The types of harm heard in it are a guess. */
  guessed: boolean;
  /** Reviewed phrases alone bring a card. */
  phrased: boolean;
  /** It is said of somebody else: "nó", "chồng em". */
  ofSomebody: boolean;
  /** Somebody of a family is named. */
  family: boolean;
  /**
   * How far (0 to 1) an answer must be trusted to stand in the place of a card; `null` where none may: reviewed words tell
   * of harm and it is not unlikely, a second ear heard it, or it is nearly sure.
   */
  givesWay: number | null;
};

/** Words that bring the help card in every state. */
export const safeWord =
  /^(sos+|s o s|tro giup|can tro giup|cuu|cuu voi|cuu toi( voi)?|cuu em( voi)?|cuu minh( voi)?|cuu chau( voi)?|giup voi|help me|help)$/;
export const eraseWord =
  /^\/?(xoa|xoa het|xoa di|xoa tin|xoa tin nhan|xoa cuoc noi chuyen|xoa cuoc tro chuyen|xoa lich su|xoa chat)$/;
export const menuWord = /^\/?(menu|bat dau|start|huong dan|tro ve|quay lai|danh muc)$/;

const stopWord = /^(thoi|dung|dung lai|nghi|nghi choi|thoi khong choi|khong choi nua|thoi nhe|bo qua|ket thuc)$/;

/**
 * The policy: safety first, then the person's commands, then what stays of a disclosure, then small talk, then the
 * question. Pure: the same input always gives the same decision.
 */
export function decide(conversation: Conversation, content: Content, judged: Verdict, reading: Reading): Decision {
  const care = conversation.stage === 'open' ? conversation.care : null;
  const verdict = heardAlone(judged, care, reading);
  if (content.kind === 'unsupported') return { kind: 'unread', what: content.what };
  if (content.kind === 'choice') return ofChoice(content.choice, care);
  const { folded, careWord } = reading;
  if (safeWord.test(folded)) return { kind: 'help', card: 'help', heard: asked(care), alsoAnswer: false };
  // These are our own words, read back under our own question: nothing of the person's that could be a disclosure.
  if (reading.option) return ofChoice(reading.option, care);
  const heard = inContext(verdict, care, reading);
  const probe = careWord?.kind === 'probe' && isProbe(careWord, reading) ? careWord : null;
  // Who asks where somebody hides betrays themselves, however much the words alone sound like danger to the writer.
  if (probe?.subject === 'perpetrator' && !isToldBeside(heard, reading)) return probed(probe, heard);
  if (atLeast(heard.level, 'support') && !isBarrier(heard, care, reading)) {
    const card = cardTold(heard, verdict, care, reading);
    if (isLawAfter(heard, care, reading))
      return {
        kind: 'answer',
        heard: { ...heard, level: 'concern' },
        otherwise: 'help-again',
        ...aboutTold(heard, reading),
      };
    if (care !== null && atLeast(care.level, 'support') && shownIn(care).includes(card))
      return toldAgain(card, heard, care, reading);
    // In an emergency the way to help stands alone, unless the law itself is asked.
    const asksLaw = reading.asks && (heard.level === 'support' || reading.asksPenalty);
    const givesWay = reading.asks && care === null ? reading.givesWay : null;
    return { kind: 'help', card, heard, alsoAnswer: asksLaw, ...(givesWay !== null && { givesWay }) };
  }
  if (eraseWord.test(folded)) return { kind: 'erase' };
  if (menuWord.test(folded)) return { kind: 'menu' };
  if (reading.command) return ofChoice(reading.command, care);
  const topic = conversation.stage === 'open' ? conversation.topic : null;
  if (topic && reading.wantsMore && topic.passages.length > 0) return { kind: 'more' };
  const number = pickedIn(folded);
  if (number !== null) {
    const picked = decodeChoice(topic?.offered[number - 1] ?? '');
    if (picked) return ofChoice(picked, care);
    // A list that is no longer fresh tells nothing, least of all what stood in it.
    if (care === null || care.level === 'concern') return { kind: 'say', reply: 'stray-number' };
  }
  if (reading.news === 'news-off') return { kind: 'news', to: 'off' };
  if (reading.news === 'news') return ofChoice({ kind: 'news' }, care);
  if (reading.wish) return { kind: 'game', move: { kind: reading.wish } };
  if (conversation.stage === 'open' && conversation.play && stopWord.test(folded))
    return { kind: 'game', move: { kind: 'stop' } };
  // After a disclosure these words may be said to somebody else.
  if (reading.news === 'halt' && care === null && heard.level === 'none') return { kind: 'news', to: 'off' };
  if (probe) return probed(probe, heard);
  if (care) return decideInCare(care, heard, reading);
  if (heard.level === 'concern')
    return { kind: 'answer', heard, otherwise: watched(careWord) ? 'device' : reading.plainly ? null : 'concern-ask' };
  // Where there is a desk, it takes over from here.
  if (asksForDesk(folded)) return { kind: 'say', reply: 'desk-none' };
  if (reading.plainReply !== null) return { kind: 'say', reply: reading.plainReply };
  return { kind: 'answer', heard, otherwise: reading.onlyTells ? 'aside' : null };
}

/** Somebody may read along: that is met before anything is asked. */
function watched(word: CareWord | null): boolean {
  return word?.kind === 'guide' && word.reply === 'device';
}

/** After a card, a short word on what stands between the person and help is met as such, not with the card again. */
function isBarrier(heard: Verdict, care: Care | null, { careWord, contentWords, phrased }: Reading): boolean {
  const told = care !== null && atLeast(care.level, 'support');
  const few = heard.level === 'support' ? 5 : 3;
  return told && careWord?.kind === 'guide' && contentWords <= few && !phrased;
}

/** The same was told before and had its card: a question on its law gets the answer, with the way to help in one line. */
function isLawAfter(heard: Verdict, care: Care | null, { asks, asksPenalty, named }: Reading): boolean {
  if (care === null || !atLeast(care.level, 'support') || heard.level !== 'support') return false;
  return cardFor(heard) === cardFor(care) && asks && (asksPenalty || named);
}

/** The message folded to bare words, as `Reading.folded` wants it. */
export function bareWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}
