import type { Care } from '../conversation.ts';
import type { Decision, Reading } from '../decide.ts';
import { atLeast, type Verdict } from '../triage.ts';
import { aboutTold, guideFor, holdFor } from './next.ts';

/** Small talk about the bot itself: after a disclosure, whoever asks what they speak to is told. */
const aboutTheBot: ReadonlySet<string> = new Set([
  'who-are-you',
  'who-made-you',
  'are-you-human',
  'privacy',
  'talk-to-person',
]);
/** The bot is spoken to or pointed at; without it "lo cái gì" or "em làm gì được" only looks like such talk. */
const pointsAtTheBot = /\b(ban|bot|may|ad|admin|day|nay|hoa ban|ai|nguoi that|who|you)\b/;

/**
 * Chance (0 to 1) of a disclosure below which a message that is not a question counts as another subject. Chosen on the
 * development dialogues: what must be held and still lies below has fewer than three words of a subject.
 */
const farFromDisclosure = 0.015;

const sinceWhen =
  /^(?:cung )?(?:lau (?:roi|lam)|tu (?:hoi|luc|khi|nam|ngay|be|nho)|(?:may|hai|ba|\d+) (?:nam|thang|tuan|lan)|hom (?:qua|kia|truoc)|(?:toi|dem|sang|chieu) (?:qua|nay|hom))\b/;

/** What people ask about who mean to leave, to be safe or to have it stopped. */
const stepAway =
  /\b(?:l[iy] (?:hon|di|than)|bo (?:chong|vo)|(?:ra|di|song|o) rieng|tam lanh|lanh nan|nha tro|phong tro|nuoi con|gianh con|cap duong|cam tiep xuc|to cao|to giac|khoi kien|kien|bao cong an|chung cu|bang chung|giam dinh|luat su|tro giup phap ly|don (?:ly|to|xin|khieu|kien)|(?:khoa|doi|xoa|mat|bao mat) (?:tai khoan|mat khau|facebook|fb|zalo|may)|tai khoan|chan so|go (?:anh|bai|clip)|giay to tuy than|can cuoc|khai sinh)\b/;

/**
 * What to do with a message after a disclosure, below the level of a card. An ordinary question is answered without a
 * second card; everything short, unclear or about the people concerned is read in the light of what was told.
 */
export function decideInCare(care: Care, heard: Verdict, reading: Reading): Decision {
  const still: Verdict = {
    level: care.level === 'concern' ? 'concern' : 'support',
    types: care.types,
    subject: care.subject,
  };
  const say = (reply: string, leaves = false): Decision => ({
    kind: 'care',
    reply,
    heard: still,
    shows: false,
    leaves,
  });
  const danger = (reply: string): Decision => ({
    kind: 'care',
    reply,
    heard: { ...still, level: 'emergency' },
    shows: true,
    leaves: false,
  });
  const hold = holdFor(care);
  const { careWord, plainReply } = reading;
  // The card asks outright whether the person means to die: the answer has words of its own.
  if (care.said === 'suicide' && careWord?.kind === 'yes') return danger('suicide-yes');
  if (care.said === 'suicide' && careWord?.kind === 'no') return say('suicide-no');
  switch (careWord?.kind) {
    case 'guide': {
      const reply = guideFor(careWord.reply ?? hold, care);
      if (reading.ofPlan && reading.asks) return { kind: 'answer', heard, otherwise: null };
      // "Có tốn tiền không" after a question on the plan's money is of the way to help.
      // Nor is "chồng cấm đi làm phạt bao nhiêu" of a moment to leave in.
      return reading.asks && (careWord.yields || reading.asksPenalty)
        ? {
            kind: 'answer',
            heard: { ...still, level: 'concern' },
            otherwise: reply,
            alone: true,
            ...aboutTold(still, reading),
          }
        : say(reply);
    }
    case 'retract':
      return say('retract');
    case 'thanks':
      return say('care-thanks');
    case 'leave':
      return say('leave-care', true);
    case 'no':
      return care.level === 'concern' ? say('concern-no', true) : say(hold);
    case 'yes':
      return say(hold);
    default:
      break;
  }
  if (plainReply !== null && aboutTheBot.has(plainReply) && pointsAtTheBot.test(reading.folded))
    return { kind: 'say', reply: plainReply };
  // "Buồn ngủ", "tôi đi đây" after words of dying may be the farewell itself.
  // "Nó đi rồi" is no farewell.
  if (plainReply === 'goodbye' && reading.ofSomebody) return say(hold);
  if (plainReply === 'goodbye' && care.types.includes('suicide') && care.subject !== 'other') return danger('suicide');
  if (plainReply === 'goodbye') return say('care-thanks');
  if (plainReply !== null) return say(hold);
  // A few words lean on what was told: they are answered in its light, or held.
  if (reading.asks && reading.contentWords <= 2) {
    const leaning: Verdict = { ...still, level: 'concern' };
    const about = aboutTold(still, reading);
    return { kind: 'answer', heard: reading.named ? heard : leaning, otherwise: hold, ...about };
  }
  // A step away from harm is no unrelated question, even where nobody is named: the way to help stays in sight.
  if (reading.asks && atLeast(care.level, 'support') && stepAway.test(reading.folded) && !reading.ofPlan) {
    const near: Verdict = { ...still, level: 'concern' };
    return { kind: 'answer', heard: near, otherwise: reading.personal || heard.level !== 'none' ? hold : null };
  }
  // A question about the people concerned that the knowledge cannot answer is no ordinary question.
  if (reading.asks)
    return { kind: 'answer', heard, otherwise: reading.personal || heard.level !== 'none' ? hold : null };
  // Not in the form of a question, yet a subject of its own and nothing like a disclosure: "lịch nghỉ tết năm nay".
  // "Lâu rồi, từ hồi cưới" says since when.
  const subjectOfItsOwn = reading.contentWords >= 3 && !reading.personal && !sinceWhen.test(reading.folded);
  if (subjectOfItsOwn && reading.likelihood < farFromDisclosure) return { kind: 'answer', heard, otherwise: null };
  return say(hold);
}
