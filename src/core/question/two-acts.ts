const verb =
  '(?:đánh|chửi|mắng|nhốt|giam|đuổi|đập|phá|đốt|dọa|doạ|đe dọa|tát|đấm|chém|ép|cấm|lăng mạ|xúc phạm|danh|chui|mang|nhot|duoi|dap|pha|dot|doa|de doa|tat|dam|chem|ep|cam|lang ma|xuc pham)';
/** "Vừa chửi vừa đánh vợ thì phạt …", "nhốt vợ rồi đánh vợ bị phạt …". */
const acts = new RegExp(
  `^(.*?)(?:vừa |vua )?(?<!\\p{L})(${verb}(?:\\s+\\S+){0,6}?)\\s+(?:vừa|vua|và|va|rồi|roi|lại còn|lai con)\\s+(?:còn |con )?(${verb}(?:\\s+\\S+){1,6}?),?\\s+(?:thì|thi|bị|bi)\\s+(.*(?:phạt|phat|tù|tội gì|toi gi).*)$`,
  'iu',
);
const asksSum = /bao nhiêu|bao nhieu|mấy|may|sao|thế nào|the nao|tội gì|toi gi/iu;

/**
 * The two questions of one on the penalty of two acts done together; what the second is done to, the first is too when it
 * names nobody. `null` when it is one question.
 */
export function twoActsOf(sentence: string): [string, string] | null {
  const found = acts.exec(sentence.trim().replace(/[?!.\s]+$/u, ''));
  if (!found) return null;
  const [, before = '', first = '', second = '', tail = ''] = found;
  const asked = asksSum.test(tail) ? tail : 'phạt bao nhiêu';
  // "Đánh vợ phạt bao nhiêu và dọa giết thì tù mấy năm": each asks for itself.
  if (asksSum.test(first)) return [`${before}${first}`, `${before}${second} thì ${asked}`];
  const [, ...whom] = second.split(/\s+/);
  const whole = first.includes(' ') ? first : `${first} ${whom.join(' ')}`;
  return [`${before}${whole} thì ${asked}`, `${before}${second} thì ${asked}`];
}
