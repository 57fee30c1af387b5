import { newsWishOf } from '../core/broadcast/heard.ts';
import { hearCareWord } from '../core/care/words.ts';
import { chatReply, onlyTells } from '../core/chat-forms.ts';
import { commandOf } from '../core/commands.ts';
import type { Conversation } from '../core/conversation.ts';
import type { Reading } from '../core/decide.ts';
import { bareWords } from '../core/decide.ts';
import type { Question } from '../core/question/understand.ts';
import { optionTyped } from '../core/quiz/typed.ts';
import { wishOf } from '../core/quiz/wish.ts';
import { dimensionOf } from '../core/search/terms.ts';
import { smalltalkReply } from '../core/smalltalk.ts';
import { unreadableReply } from '../core/unreadable.ts';
import type { Assessment } from './assess.ts';
import type { Parts } from './parts.ts';

/** Longer messages are read to this length, and the person is told. */
export const maxMessageChars = 2_000;

const howMarks =
  /\b(lam sao|lam the nao|the nao|cach|kieu gi|chi (toi|cho|em|minh|tao)|huong dan|o dau|cho nao|bang gi|giup (toi|em|minh) (theo|xem|doc|tim))\b/;
/** What the law does about an act. */
const penaltyMarks =
  /\b(bi phat|phat (tien|tu|bao|the|ra sao|may|nang)|muc phat|xu (phat|ly)|vi pham|pham (phap|toi|luat)|toi gi|di tu|phap luat|nghi dinh|dung luat|trai luat|luat (quy|noi|phat|xu|cho|cam))\b/;
/** Asks for an amount, a time, a price, a place, papers or a remedy. */
const plainMarks =
  /\b(?:bao nhieu|(?<!tho )may (?:gio|h|mui|loai|tuan|hom|ngay|thang|nam|tien|trieu|nghin|ngan|tram|dong|cai|cho|chuyen|lan|tieng|tuoi|cay|kg|can)|gia|loai nao|hang nao|o dau|cho nao|bao gio|khi nao|giay (?:to )?(?:gi|nao)|(?:uong|an|boi|mua|dung) (?:la |thuoc |cay )?gi|nop dau|kien (?:the nao|kieu gi))\b/;
/** The form of a question, beyond the kinds of answer that `asksOf` knows. */
const questionForm =
  /\b(o dau|the nao|lam sao|bao nhieu|bao lau|may gio|khi nao|bao gio|vi sao|tai sao|(?:muon|xin|can) hoi (?:ve|thu tuc|luat|quyen|viec)|thi sao|(?:thi|phai|nen|can) (?:phai |nen )?lam gi|co (?:duoc|phai|quyen|can) (?:\S+ ){0,7}khong|la (?:\S+ ){0,2}hay (?:la )?\S+|thi (?:\S+ ){1,3}hay (?:la )?\S+)\b|(?<!\b(?:khong|chang|cha|chua) (?:co )?(?:\S+ ){0,2})\b(khong|chua|gi|nao|sao|ha|nhi|ai)$/;
const people =
  /\b(em|toi(?! (thieu|da|pham|danh|nay|hom))|chau|tao|tui|mik|no|han|chong|vo|bo|me|sep|thang (do|kia|nay|cha)|(anh|chi|co|ong|ba|chu|bac) (ay|ta|y|do)|con (toi|em|minh|be|gai|trai)|duong|di ghe|ban trai|ban gai|nguoi yeu|nguoi (ay|do|kia|ta))\b/;

/** Somebody other than whoever speaks does what is told. */
const somebody =
  /^(?:(?:roi|gio|hom nay|thi|ma) )?(?:no|han|ong|ba|lao|chong|vo|bo|me|sep|thang|con|chu|bac|duong|nguoi|(?:anh|chi|co) (?:ay|ta|y|do)|chung no|bon no|ho)\b/;
/** People of one family, by what they are to one another; "bo" alone may be "bỏ". */
const family =
  /\b(?:chong|vo|cha|duong|di ghe|me|bo (?:no|em|toi|chau|minh|be|con|duong|me|chong|vo)|con (?:trai|gai|dau|re|ruot|de)|anh (?:trai|re|ruot)|chi (?:gai|dau|ruot)|em (?:trai|gai|dau|re|ruot)|ong (?:noi|ngoai)|ba (?:noi|ngoai)|chau (?:noi|ngoai)|(?:chu|bac|co|cau) ruot|gia dinh|nguoi nha)\b/;

/** Whoever speaks, by a word that is no part of a name for others ("trẻ em", "các cháu"), or left out: "bị đánh thì …". */
const speaker =
  /^(?:(?:dang|moi|vua|lo) )?bi |(?<!\b(?:tre|chi|anh|cac|con|pham|toi|khai|nhan|rang|xac|thuyet|thong|van) )\b(?:toi(?! (?:gi|pham|danh|thieu|da|nao))|tui|minh|tao|(?<!\d )t|em|chau|mik)\b/;
/** So unlikely one that reviewed words of harm in it, said of nobody here, are most often words of a law. */
const unlikely = 0.36;
/** So likely one, about as likely as not, that such words of nobody here still give way to an answer that is very sure. */
const evenly = 0.65;
const inReviewedWords = 0.9;
/** So unlikely one that a plain question is taken for just that. */
const hardly = 0.42;
/** So likely a disclosure that its words need no speaker. */
const nearlySure = 0.9;
/** The trust in an answer from which it stands in the place of a card where nobody speaks of themselves. */
const ofNobody = 0.6;
/**
 * The same where somebody does and no reviewed words tell of harm, by how likely a disclosure it is below the first: who asks plainly tells
 * of themselves too. In an emergency only the last line holds. Chosen on read sets: of 3,540 disclosures two give way, of 31 false cards 24.
 */
const ofThemselves: ReadonlyArray<readonly [below: number, trust: number]> = [
  [0.75, 0.95],
  [0.95, 0.98],
];

/** The plan by what people call it; nobody tells of their own trouble by that. */
const namesPlan = /\bke hoach (?:cua )?tinh\b/;

/** Reads what a message is apart from its subject. */
export function read(
  message: string,
  question: Question,
  assessment: Assessment,
  conversation: Conversation,
  { library, smalltalk, careWords, quiz }: Pick<Parts, 'library' | 'smalltalk' | 'careWords' | 'quiz'>,
): Reading {
  const { likelihood, urgency, dying, phrased, guessed } = assessment;
  const known = (folded: string) => library.index.idf.has(dimensionOf(folded));
  const offered = (conversation.stage === 'open' && conversation.topic?.offered) || [];
  const { folded, asks, place, document, agency, content, years } = question;
  const named =
    document !== null || agency !== null || years.length > 0 || Object.values(place).some((one) => one !== null);
  const ofPlan = question.scope === 'plan' && (years.length > 0 || document !== null || namesPlan.test(folded));
  return {
    folded: bareWords(folded || message.slice(0, 100)),
    plainReply:
      smalltalkReply(question, smalltalk) ?? chatReply(folded, asks) ?? unreadableReply(message, question, known),
    onlyTells: !message.includes('?') && onlyTells(folded, asks),
    wantsMore: asks.has('more'),
    command: commandOf(message),
    option: optionTyped(message, offered, quiz),
    wish: wishOf(message, bareWords(folded)),
    news: newsWishOf(message, bareWords(folded)),
    careWord: hearCareWord(question.words, careWords),
    asks: asks.size > 0 || named || questionForm.test(folded) || message.includes('?'),
    named,
    ofPlan,
    asksHow: howMarks.test(folded),
    plainly: !phrased && likelihood < hardly && plainMarks.test(folded),
    asksPenalty: penaltyMarks.test(folded),
    personal: people.test(folded),
    contentWords: content.length,
    likelihood,
    urgency,
    dying,
    guessed,
    phrased,
    ofSomebody: somebody.test(folded),
    family: family.test(folded),
    givesWay: givesWay(assessment, ofPlan, speaker.test(folded)),
  };
}

function givesWay({ level, types, phrased, likelihood }: Assessment, ofPlan: boolean, speaks: boolean): number | null {
  if (phrased && likelihood >= unlikely)
    return !speaks && level !== 'emergency' && likelihood < evenly ? inReviewedWords : null;
  const lines = level === 'emergency' ? ofThemselves.slice(-1) : ofThemselves;
  if (level !== 'emergency' && (ofPlan || (likelihood < nearlySure && !speaks))) return ofNobody;
  // Whoever may hurt somebody is not told what it costs and left at that.
  return phrased || types.includes('perpetrator') ? null : (lines.find(([below]) => likelihood < below)?.[1] ?? null);
}
