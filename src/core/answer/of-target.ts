import type { Question } from '../question/understand.ts';
import type { Token } from '../vietnamese/normalise.ts';
import type { Asked } from './clues.ts';
import type { Entry } from './entry.ts';

/** Words that ask for a target or how it moves, and name none: "kéo xuống còn", "điểm phần trăm", "sở nào lo". */
const ofAnyTarget = new Set(
  (
    'cu bang them tang diem chenh lech keo trang tinh trach chiu nhiem nganh lo ghi du rieng quan tam so lieu bao cao thay ' +
    'nghin viet dich huong toi thieu muon moi dau phan giam xuong len con neu nhac yeu cau hang dat duoc dam ra de giua moc ' +
    'gap lan khoang chung dinh toan tong bo phu don vi chuyen theo doi hoan thanh hai mot tuoi nguoi phai chiem giao quyet'
  ).split(' '),
);
/** People and everyday things that stand alone in Vietnamese; all else mostly takes two syllables. */
const standsAlone = new Set('nu nam me be trai gai con gio bac tre xa thon ban de sinh lam song'.split(' '));

/** So large a share of the subject without ground, and a target is another one; of much said, some is always beside it. */
const ungrounded = 0.5;
const ungroundedOfMuch = 0.65;
const much = 5;
/** One word as telling as this that the target never has, in a short question, names another target too. */
const tellsMuch = 3.5;
const short = 6;

/**
 * Whether a target of the plan is about what the question names; other passages always may be. "Nữ dùng internet" is no
 * target of the plan, though "nữ" and "kế hoạch" stand in all of them: each word must stand in the target beside a
 * neighbour it has in the question, for "tạm lánh" is made neither of "tạm" nor of "lãnh đạo".
 */
export function isOfTarget({ question, subjects }: Asked, entry: Entry): boolean {
  const { kind } = entry.passage.facts;
  if (kind !== 'indicator' && kind !== 'objective') return true;
  const { place, content, words } = question;
  if (place.objective !== null || place.indicator !== null) return true;
  const known = new Map(subjects.map((one) => [one.word, one]));
  const naming = content.filter((word) => saysWhat(word, question));
  const byOtherWords = ({ folded }: Token) => {
    const others = known.get(folded)?.others ?? [];
    return others.length === 1
      ? entry.words.has(others[0] ?? '')
      : others.some((one, at) => entry.pairs.has(`${others[at - 1]}_${one}`));
  };
  const stands = (word: Token) => {
    if (!entry.words.has(word.folded)) return false;
    const at = words.indexOf(word);
    const pairs = [words[at - 1], word, words[at + 1]].map((one) => one?.folded);
    return (
      standsAlone.has(word.folded) ||
      entry.pairs.has(`${pairs[0]}_${pairs[1]}`) ||
      entry.pairs.has(`${pairs[1]}_${pairs[2]}`)
    );
  };
  const strange = naming.filter((word) => !stands(word) && !byOtherWords(word));
  if (strange.length < 1) return true;
  const missing = strange.filter((word) => !entry.words.has(word.folded));
  if (naming.length <= short && missing.some((word) => (known.get(word.folded)?.tells ?? 0) >= tellsMuch)) return false;
  return naming.length < 2 || strange.length / naming.length < (naming.length < much ? ungrounded : ungroundedOfMuch);
}

/** Whether a word of the subject names what the target is of. An abbreviation may stand for anything. */
function saysWhat({ folded }: Token, { agency }: Question): boolean {
  if (ofAnyTarget.has(folded) || folded.length < 2 || !/[aeiouy]/.test(folded) || /\d/.test(folded)) return false;
  return agency === null || !agency.name.toLowerCase().includes(folded);
}
