import { fold } from './fold.ts';
import type { Token } from './normalise.ts';
import { respell } from './respell.ts';
import { readings, teencode } from './teencode.ts';

/**
 * Short forms and playful spelling in full words. One token may become several, which keep its place in the text;
 * what may mean two things and whose neighbours do not settle it stays.
 */
export function expand(tokens: Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    const full = fullForm(tokens, token, at);
    if (full === null) return [token];
    return full.split(' ').map((raw) => ({ raw, folded: fold(raw), start: token.start, end: token.end }));
  });
}

function fullForm(tokens: Token[], { raw }: Token, at: number): string | null {
  const plain = teencode.get(raw);
  if (plain !== undefined) return plain;
  const ways = readings.get(raw);
  if (ways === undefined) return respell(raw);
  const before = folded(tokens.slice(Math.max(0, at - 2), at));
  const after = folded(tokens.slice(at + 1, at + 3));
  const fitting = ways.find(
    (way) =>
      (way.before === undefined || way.before.test(before)) &&
      (way.after === undefined || way.after.test(after)) &&
      (way.at === undefined || (way.at === 'start' ? at === 0 : at === tokens.length - 1)),
  );
  return fitting?.full ?? null;
}

function folded(tokens: Token[]): string {
  return tokens.map((token) => token.folded).join(' ');
}
