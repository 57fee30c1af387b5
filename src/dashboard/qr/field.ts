// Arithmetic of QR codes' error correction: the field of 256 elements with x⁸+x⁴+x³+x²+1 (ISO/IEC 18004).

const powers = new Uint8Array(512);
const logs = new Uint8Array(256);
for (let at = 0, value = 1; at < 255; at += 1) {
  powers[at] = value;
  powers[at + 255] = value;
  logs[value] = at;
  value = value & 128 ? ((value << 1) ^ 0x11d) & 255 : value << 1;
}

const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : (powers[(logs[a] ?? 0) + (logs[b] ?? 0)] ?? 0));

/** The coefficients behind the leading one of the polynomial with roots 2⁰, 2¹, … */
function generator(count: number): number[] {
  let terms = [1];
  for (let at = 0; at < count; at += 1) {
    const root = powers[at] ?? 1;
    terms = [...terms, 0].map((term, place) => term ^ times(place > 0 ? (terms[place - 1] ?? 0) : 0, root));
  }
  return terms.slice(1);
}

/** The `count` bytes that let a reader mend `data`. */
export function correction(data: number[], count: number): number[] {
  const divisor = generator(count);
  const rest: number[] = Array.from({ length: count }, () => 0);
  for (const byte of data) {
    const factor = byte ^ (rest.shift() ?? 0);
    rest.push(0);
    for (const [at, term] of divisor.entries()) rest[at] = (rest[at] ?? 0) ^ times(term, factor);
  }
  return rest;
}
