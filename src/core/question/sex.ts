import type { Token } from '../vietnamese/normalise.ts';
import { typedWithMarks } from '../vietnamese/numbers.ts';

export type Sex = 'male' | 'female';

const written: Record<Sex, RegExp> = {
  female: /(?:^| )(?:nữ|nu|bà|cô|chị|vợ|mẹ|gái|phụ nữ|đàn bà|má|dì|thím|mợ)(?= |$)/,
  male: /(?:^| )(?:nam(?! (?:19|20)\d\d)|ông|chú|chồng|bố|cha|trai|đàn ông|ba|cậu|bác trai)(?= |$)/,
};
/** Without diacritics "nam" is mostly a year, "ba" a number, "co" a verb: they count only where a person must stand. */
const bare: Record<Sex, RegExp> = {
  female: /\b(?:nu|phu nu|dan ba|vo|me|chi|ba (?:ay|do|toi|minh|nha)|gai)\b/,
  male: /\b(?:nam nu|nu nam(?! (?:19|20)\d\d)|nam (?:may|bao nhieu) tuoi|(?<!\b\d{1,2} )nam (?:sinh|gioi|nghi huu|ve huu|thi|lao dong|dong)|(?:la|cho|cua|lao dong) nam(?! \d)|(?:con|va|voi|hay) nam (?:bao nhieu|may|thi|la)|dan ong|ong|chong|bo (?:toi|minh|em|chau|e)|trai)\b/,
};

/** The sex of the person a question is about; `null` when it names none or both. */
export function sexOf(words: Token[]): Sex | null {
  // A short form that was spelled out ("ko" → "không") is longer than its place in the message.
  const marked = words.some((_, at) => typedWithMarks(words, at));
  const text = words.map((word) => (marked ? word.raw : word.folded)).join(' ');
  const patterns = marked ? written : bare;
  const female = patterns.female.test(text);
  const male = patterns.male.test(text);
  return female === male ? null : female ? 'female' : 'male';
}
