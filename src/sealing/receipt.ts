import { randomInt } from 'node:crypto';

// A receipt must look like any customer number and never like something to call: five groups of three digits, none of
// them 0 or 1. Fourteen digits are random (42 bits); the last one finds slips of the pen.

const digits = '23456789';
const length = 15;

/** A new receipt, as people read it: "482-773-965-228-644". */
export function newReceipt(): string {
  const random = Array.from({ length: length - 1 }, () => digits[randomInt(digits.length)]).join('');
  return (random + checkOf(random)).replace(/...(?=.)/g, '$&-');
}

/**
 * The receipt in a message, bare digits, and what stands behind it (a code word, or nothing). `null` when the message
 * does not begin with a receipt; blanks, dots and dashes between its digits do not matter.
 */
export function receiptIn(message: string): { receipt: string; rest: string } | null {
  const [whole = '', head = ''] = /^\s*((?:[2-9][\s.\-–]*){14}[2-9])(?!\d)/.exec(message) ?? [];
  const receipt = head.replace(/\D/g, '');
  if (receipt.length !== length || checkOf(receipt.slice(0, -1)) !== receipt.at(-1)) return null;
  return { receipt, rest: message.slice(whole.length).trim() };
}

/** Every single wrong digit, and two swapped ones nearly always, change it. */
function checkOf(random: string): string {
  const sum = [...random].reduce((all, one, at) => all + digits.indexOf(one) * (at % 2 === 0 ? 3 : 1), 0);
  return digits[sum % digits.length] ?? '';
}
