/** A number as Vietnamese writes it: 18168 → "18.168", 1.6 → "1,6"; at most two decimals. */
export function spokenNumber(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  const [whole = '0', decimals] = String(Math.abs(rounded)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${rounded < 0 ? '-' : ''}${grouped}${decimals ? `,${decimals}` : ''}`;
}

/** A small number in words, for counts that no cited text writes in figures: 4 → "bốn". Above ten, figures. */
export function inWords(many: number): string {
  return ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'][many] ?? String(many);
}
