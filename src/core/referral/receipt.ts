// A receipt must look like any customer number and never like something to call: five groups of three digits, none of
// them 0 or 1. The last digit finds slips of the pen.

export const receiptDigits = '23456789';
export const receiptLength = 15;

/** The receipt made of all digits but the last, as people read it: "482-773-965-228-644". */
export function receiptOf(random: string): string {
  return (random + checkOf(random)).replace(/...(?=.)/g, '$&-');
}

/**
 * The receipt in a message, bare digits, and what stands behind it (a code word, or nothing). `null` when the message
 * does not begin with a receipt; blanks, dots and dashes between its digits do not matter.
 */
export function receiptIn(message: string): { receipt: string; rest: string } | null {
  const [whole = '', head = ''] = /^\s*((?:[2-9][\s.\-–]*){14}[2-9])(?!\d)/.exec(message) ?? [];
  const receipt = head.replace(/\D/g, '');
  if (receipt.length !== receiptLength || checkOf(receipt.slice(0, -1)) !== receipt.at(-1)) return null;
  return { receipt, rest: message.slice(whole.length).trim() };
}

/** Every single wrong digit, and two swapped ones nearly always, change it. */
function checkOf(random: string): string {
  const sum = [...random].reduce((all, one, at) => all + receiptDigits.indexOf(one) * (at % 2 === 0 ? 3 : 1), 0);
  return receiptDigits[sum % receiptDigits.length] ?? '';
}
