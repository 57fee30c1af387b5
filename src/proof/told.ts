import { wilson } from '../eval/wilson.ts';
import { type Cell, isShare, type Share } from './page.ts';

/** A cell in words: a share as per cent with its interval and count, a number with at most two decimals. */
export function told(cell: Cell): string {
  if (isShare(cell)) return toldShare(cell);
  return typeof cell === 'number' ? toldNumber(cell) : cell;
}

export function toldNumber(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

function toldShare({ part, whole }: Share): string {
  if (whole === 0) return '–';
  const [low, high] = wilson(part, whole);
  return `${percent(part / whole)} % [${percent(low)}–${percent(high)}], ${part} of ${whole}`;
}

export function percent(value: number): string {
  return (value * 100).toFixed(1);
}
