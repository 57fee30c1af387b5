import { randomInt } from 'node:crypto';
import { receiptDigits, receiptLength, receiptOf } from '../core/referral/receipt.ts';

/** A new receipt, as people read it. All digits but the last are random (42 bits). */
export function newReceipt(): string {
  const digit = () => receiptDigits[randomInt(receiptDigits.length)];
  return receiptOf(Array.from({ length: receiptLength - 1 }, digit).join(''));
}
