import { randomBytes, randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const perGroup = 5;
export const recoveryCount = 10;

/** A one-time code for setting up an account: about 98 bits, in groups to be read aloud or typed. */
export function newSetUpCode(): string {
  return newCode(4);
}

/** Codes for the day the phone is lost: about 49 bits each, used once, tried at most a few times an hour. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCount }, () => newCode(2));
}

/** What the browser's cookie holds. */
export function newSessionId(): string {
  return randomBytes(32).toString('base64url');
}

function newCode(groups: number): string {
  const group = () => Array.from({ length: perGroup }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** A code as it was made, whatever spaces, hyphens or case it was typed with. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
}
