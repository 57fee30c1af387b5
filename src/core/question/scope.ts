/** What body of rules a question speaks of: the province's plan, the strategy of the whole country, or the law. */
export type Scope = 'plan' | 'strategy' | 'law';

const strategy = /\b(?:ca nuoc|toan quoc|quoc gia|chien luoc|trung uong dat|nghi quyet 28|nq 28)\b/;
const plan =
  /\b(?:ke hoach|chi tieu|muc tieu|tinh (?:ta|minh|nha|dat|de ra|phan dau|muon|minh dat)|o tinh|toan tinh|trong tinh|cua tinh|tinh co)\b/;
const law =
  /\b(?:luat|bo luat|nghi dinh|thong tu|hien phap|dieu \d+|khoan \d+|phat|toi|bi tu|di tu|vi pham|quyen|duoc phep|trai luat|phap luat)\b/;

/** How the plan is called for short: the first number of "99/KH-UBND"; `null` while it has none. */
export function planNumber(plan: string): string | null {
  return /\d+/.exec(plan)?.[0] ?? null;
}

/** Reads folded words. `number`: how the plan is called for short. */
export function scopeOf(folded: string, number: string | null): Scope | null {
  if (strategy.test(folded) && !/\b(?:ke hoach|tinh|tong dai quoc gia|quoc hoi)\b/.test(folded)) return 'strategy';
  if (plan.test(folded) || (number !== null && ` ${folded} `.includes(` ${number} `))) return 'plan';
  return law.test(folded) ? 'law' : null;
}
