/** Round numbers from 0 up to at least `most`, about four steps. Counts are whole, so no step is less than one. */
export function ticksTo(most: number): number[] {
  const step = roundStep(Math.max(most, 4) / 4);
  const ticks = [0];
  while ((ticks.at(-1) ?? 0) < most) ticks.push((ticks.at(-1) ?? 0) + step);
  return ticks.length > 1 ? ticks : [0, step];
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].find((one) => one * power >= rough && Number.isInteger(one * power)) ?? 10;
  return Math.max(1, step * power);
}

/** Which of `count` places get a label, so that about `room` of them fit: the last one always does. */
export function labelled(count: number, room: number): Set<number> {
  const every = Math.max(1, Math.ceil(count / room));
  return new Set(Array.from({ length: count }, (_, at) => at).filter((at) => (count - 1 - at) % every === 0));
}
