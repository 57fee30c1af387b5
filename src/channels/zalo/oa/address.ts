/**
 * Where an answer goes: the person, and when they last wrote, as far as this answer knows. It travels, sealed, with all
 * that waits for them, so that nothing is ever pushed to somebody who did not write.
 */
export type Address = { person: string; wroteAt: number };

/** Zalo lets a reply go free of charge for 48 hours; one of them is left for the sending. */
const freeMs = 47 * 60 * 60_000;

export function encodeAddress({ person, wroteAt }: Address): string {
  return `${wroteAt}:${person}`;
}

export function decodeAddress(address: string): Address {
  const at = address.indexOf(':');
  return { wroteAt: Number(address.slice(0, at)), person: address.slice(at + 1) };
}

/** Whether the person wrote lately enough to be answered. */
export function isWithinWindow({ wroteAt }: Address, now: Date): boolean {
  return now.getTime() - wroteAt <= freeMs;
}
