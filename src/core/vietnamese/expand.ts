import { fold } from './fold.ts';
import type { Token } from './normalise.ts';
const table: Record<string, string> = { ck: 'chồng', vk: 'vợ', ko: 'không', k: 'không', hok: 'không', hong: 'không', kg: 'không', dc: 'được', 'đc': 'được', bn: 'bao nhiêu', ntn: 'như thế nào', j: 'gì', z: 'vậy', mk: 'mình', bh: 'bao giờ', cx: 'cũng', 'bđg': 'bình đẳng giới', bdg: 'bình đẳng giới', 'blgđ': 'bạo lực gia đình', blgd: 'bạo lực gia đình', pn: 'phụ nữ', wa: 'quá', r: 'rồi', vs: 'với', lm: 'làm', trc: 'trước' };
export function expand(tokens: Token[]): Token[] {
  return tokens.flatMap((t) => {
    const full = table[t.raw];
    return full === undefined ? [t] : full.split(' ').map((raw) => ({ ...t, raw, folded: fold(raw) }));
  });
}
