import type { Want } from '../question/wants.ts';
import { fold } from '../vietnamese/fold.ts';

const day = '(?:ngay|tuan)';
const patterns: ReadonlyArray<readonly [Want, RegExp]> = [
  ['age', /\d tuoi|\btuoi\b/],
  ['percent', /\d ?%|\bphan tram\b/],
  ['money', /\b(?:trieu|nghin|ty) dong\b|\d dong\b|\d trieu\b|\bluong co so\b|\bmuc tham chieu\b/],
  ['days', new RegExp(`\\d ${day}\\b|\\bmot ${day}\\b|\\b${day} lam viec\\b`)],
  ['months', /\d thang\b(?! \d)/],
  ['years', /\d nam\b(?! \d{4})/],
  ['hours', /\d (?:gio|phut)\b/],
  ['times', /\d lan\b|\bgap \d|\bgap doi\b/],
  ['date', /\d\/\d{1,4}|\bngay \d|\bthang \d|\bnam \d{4}\b/],
  [
    'place',
    /\b(?:uy ban nhan dan|ubnd|cong an|toa an|hoi lien hiep|so [a-z]+ [a-z]+|trung tam|co quan|dia chi|truong thon|to truong|nop (?:tai|o|cho)|goi \d)/,
  ],
  ['number', /\b1\d\d\b|\b0\d{8,10}\b|\b1[89]00/],
];
const prison = /\btù\b|tử hình|chung thân|cải tạo không giam giữ/i;

/** The kinds of quantity and thing a text states. */
export function statesOf(text: string): Set<Want> {
  const folded = fold(text);
  const states = new Set(patterns.filter(([, pattern]) => pattern.test(folded)).map(([want]) => want));
  if (prison.test(text)) states.add('prison');
  return states;
}

/** Whether the answer opens with a plain yes or no. */
export function saysYesOrNo(say: string): boolean {
  return /^(?:có|không|được|đúng|sai|chưa|bị cấm|cấm|phải|nên)(?![\p{L}\p{N}])/iu.test(say);
}

/** Whether a way of asking asks what something is. */
export function asksMeaning(phrasing: string): boolean {
  return /\b(?:la gi|la j|nghia la|the nao la|khai niem|dinh nghia|la sao|gom nhung)\b/.test(fold(phrasing));
}
