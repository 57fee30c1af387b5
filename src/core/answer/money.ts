import { spokenNumber } from './spoken-number.ts';

/** 5060000 → "5.060.000 đồng"; part of a đồng is rounded. */
export function spokenMoney(amount: number): string {
  return `${spokenNumber(Math.round(amount))} đồng`;
}
