import { type SafeTime, safeTimes, type Want, wants } from './case.ts';
import type { Step } from './talk.ts';

/** Longer messages tell something and pick nothing. */
const mostWords = 12;

const wantPhrases: Record<Want, RegExp> = {
  talk: /\b(noi chuyen|tu van|tam su|lang nghe|nguoi nghe|co nguoi noi)\b/,
  shelter: /\b(cho o|noi o|cho ngu|tam lanh|cho lanh|cho tron|cho tam)\b/,
  legal: /\b(luat|phap ly|ly hon|li hon|giay to|lam don|kien|toa an)\b/,
  health: /\b(kham|chua benh|benh vien|tram xa|y te|bac si|suc khoe|bang bo|vet thuong)\b/,
};
// "Tối" and "tôi" are one word without marks: an evening needs more.
const whenPhrases: Record<SafeTime, RegExp> = {
  here: /\b(chi o day|o day thoi|dung goi|khong goi|khong can goi|tu xem|tu quay lai)\b/,
  morning: /\b(buoi sang|sang som|sang)\b/,
  noon: /\b(buoi trua|trua)\b/,
  afternoon: /\b(buoi chieu|chieu)\b/,
  evening: /\b(buoi toi|toi nao|ban dem|buoi dem)\b/,
  any: /\b(luc nao cung|khi nao cung|gio nao cung|bat cu luc nao|bat ky luc nao)\b/,
};
const others: Partial<Record<Step, Array<readonly [act: string, phrase: RegExp]>>> = {
  intro: [
    ['young', /^(chua|chua du|em chua du|minh chua du|khong|chua du tuoi)( a)?$/],
    ['start', /^(bat dau|bat dau di|du|du roi|du tuoi roi|roi|duoc|tiep|vang|u|ok)( a)?$|\b(1[6-9]|[2-9]\d) tuoi\b/],
  ],
  who: [
    ['self', /^(chuyen )?(cua )?(chinh )?(minh|toi|em|chau|tui|ban than)( minh| toi| em)?( a)?$/],
    [
      'other',
      /\b(nguoi khac|nguoi quen|hang xom|(ban|chi|me|em gai|chi gai|di|co|ba|con|chau|vo|chong) (toi|em|minh))\b/,
    ],
  ],
  agreed: [
    ['agreed', /^(roi|da|co|bang long|dong y|bang long roi|dong y roi|co roi)( a)?$/],
    ['not-agreed', /^(chua|khong|khong ro|chua ro|khong biet|chua biet|chua hoi)( a)?$/],
  ],
};

/** The options of a step that a typed message names in its own words, as ids; none when it names none. */
export function actsIn(step: Step, folded: string): string[] {
  if (folded.split(' ').length > mostWords) return [];
  if (step === 'wants') return wants.filter((one) => wantPhrases[one].test(folded));
  const found =
    step === 'when'
      ? safeTimes.filter((one) => whenPhrases[one].test(folded))
      : (others[step] ?? []).flatMap(([act, phrase]) => (phrase.test(folded) ? [act] : []));
  return found.slice(0, 1);
}
