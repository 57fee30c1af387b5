import type { Reply } from '../../core/reply.ts';

/** As long as a talk is remembered after its last message. */
const rememberedMs = 30 * 60_000;
const mostRemembered = 10_000;

export type Careful = {
  /** Notes what a contact was told. */
  note: (contact: string, reply: Reply, nowMs: number) => void;
  has: (contact: string, nowMs: number) => boolean;
  forget: (contact: string) => void;
};

/**
 * Contacts whose talk is about harm, help or the desk: they are turned away by no count, whatever their next words are.
 * In this process alone, and never for longer than the talk itself is remembered.
 */
export function makeCareful(): Careful {
  const last = new Map<string, number>();
  return {
    note(contact, reply, nowMs) {
      const atDesk = reply.offers.some(({ choice }) => choice.kind === 'desk');
      if (reply.level === 'none' && !reply.helpOffered && !atDesk) return;
      last.delete(contact);
      last.set(contact, nowMs);
      for (const [known, at] of last) {
        if (nowMs - at < rememberedMs && last.size <= mostRemembered) break;
        last.delete(known);
      }
    },
    has(contact, nowMs) {
      const at = last.get(contact);
      return at !== undefined && nowMs - at < rememberedMs;
    },
    forget: (contact) => void last.delete(contact),
  };
}
