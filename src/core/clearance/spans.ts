import type { Token } from '../vietnamese/normalise.ts';

/** What is put in the place of something hidden, by what it was. */
export type Hidden = 'tên' | 'số' | 'nơi' | 'ngày' | 'địa chỉ mạng' | 'từ lạ';

/** A message on its way to being cleared: its words, as typed too, and which of them must not go out. */
export type Message = {
  words: Token[];
  /** Each word as it was typed, case kept. */
  typed: string[];
  hidden: Array<Hidden | null>;
  /** Typed without any diacritics, so that folded forms must be trusted. */
  bare: boolean;
};

/** Hides the words from `from` up to, not including, `to`. What is hidden already stays as it is. */
export function hide({ hidden }: Message, from: number, to: number, as: Hidden): void {
  for (let at = Math.max(0, from); at < Math.min(to, hidden.length); at++) hidden[at] ??= as;
}
