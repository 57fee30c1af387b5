import type { PrivateText } from './private-text.ts';

export type Channel = 'web' | 'terminal' | 'telegram' | 'zalo';

/** A pseudonymous key of one person on one channel: never a name, phone number or platform id in the clear. */
export type ContactId = string;

/** What a button means. A button carries a meaning, never a person's words. */
export type Choice =
  | { kind: 'more' }
  | { kind: 'menu' }
  | { kind: 'help' }
  | { kind: 'erase' }
  | { kind: 'ask'; passage: string }
  /** One of the fixed texts that go further after a card, by id. */
  | { kind: 'guide'; id: string };

export type Content =
  | { kind: 'text'; text: PrivateText }
  | { kind: 'choice'; choice: Choice }
  | { kind: 'unsupported' };

/** What a person sent, the same on every channel. */
export type Update = {
  /** Unique on its channel; a repeated id is the same update delivered twice. */
  id: string;
  channel: Channel;
  contact: ContactId;
  sentAt: Date;
  content: Content;
};

/** The wire form of a choice, at most 64 bytes (the limit of the tightest channel). */
export function encodeChoice(choice: Choice): string {
  switch (choice.kind) {
    case 'ask':
      return `ask:${choice.passage}`;
    case 'guide':
      return `guide:${choice.id}`;
    default:
      return choice.kind;
  }
}

/** The choice a wire form stands for, or `null` when it is none of ours. */
export function decodeChoice(wire: string): Choice | null {
  if (wire === 'more' || wire === 'menu' || wire === 'help' || wire === 'erase') return { kind: wire };
  if (/^ask:[a-z0-9][a-z0-9/._-]{0,59}$/.test(wire)) return { kind: 'ask', passage: wire.slice(4) };
  if (/^guide:[a-z][a-z0-9-]{0,57}$/.test(wire)) return { kind: 'guide', id: wire.slice(6) };
  return null;
}
