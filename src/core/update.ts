import { type Want, wants } from './broadcast/subscription.ts';
import type { PrivateText } from './private-text.ts';
import { type Group, groups, setSize } from './quiz/set.ts';

export type Channel = 'web' | 'terminal' | 'telegram' | 'zalo-bot' | 'zalo-oa';

/** A pseudonymous key of one person on one channel: never a name, phone number or platform id in the clear. */
export type ContactId = string;

/** What a button means. A button carries a meaning, never a person's words. */
export type Choice =
  | { kind: 'more' }
  | { kind: 'menu' }
  | { kind: 'help' }
  | { kind: 'erase' }
  | { kind: 'ask'; passage: string }
  /** A fixed page of the bot, by id. */
  | { kind: 'page'; id: Page }
  /** The game in all its moves. */
  | Move
  /** News sent unasked: what they are, to have them, to have no more. */
  | { kind: 'news' }
  | { kind: 'news-on'; want: Want }
  | { kind: 'news-off' }
  /** Erase, and leave something harmless on the screen. */
  | { kind: 'leave' }
  /** Whether the last answer was of use, and whether a number that was shown could be reached. */
  | { kind: 'useful'; yes: boolean }
  | { kind: 'reached'; yes: boolean }
  /** Whether questions of this talk may go to a model outside the country. */
  | { kind: 'abroad'; yes: boolean }
  /** One of the fixed texts that go further after a card, by id. */
  | { kind: 'guide'; id: string }
  /** A step at the desk of the Centre. `stamp` names the very state it was offered in; 'new' begins. */
  | { kind: 'desk'; act: string; stamp: string };

/** A move in the quiz and the lessons. */
export type Move =
  /** To what is under way, or to the choice of what to play. */
  | { kind: 'quiz' }
  /** A set of questions for a group. */
  | { kind: 'play'; group: Group }
  /** The list of lessons, and the beginning of one path of them. */
  | { kind: 'lessons' }
  | { kind: 'path'; id: string }
  /** An answer to a question: which of its options, counted from 1. */
  | { kind: 'guess'; quiz: string; option: number }
  /** The thing worth knowing today. */
  | { kind: 'today' }
  /** Words to pass on: how many of a set were right. */
  | { kind: 'share'; right: number };

/** Pages of the bot that a command opens. */
export const pages = ['law', 'plan', 'privacy'] as const;
export type Page = (typeof pages)[number];

/**
 * What came instead of words. Nothing of it is looked at or kept, only its kind. `hidden`: the platform keeps the words
 * back, as Zalo does for people it protects, perhaps children.
 */
export type Unread = 'voice' | 'picture' | 'sticker' | 'place' | 'contact' | 'edited' | 'hidden' | 'other';

export type Content =
  | { kind: 'text'; text: PrivateText }
  | { kind: 'choice'; choice: Choice }
  /** `recording`: how the channel knows a voice note; a name, not the recording. */
  | { kind: 'unsupported'; what: Unread; recording?: string | undefined };

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
    case 'page':
    case 'path':
      return `${choice.kind}:${choice.id}`;
    case 'desk':
      return `desk:${choice.act}:${choice.stamp}`;
    case 'guess':
      return `guess:${choice.quiz}:${choice.option}`;
    case 'news-on':
      return `news-on:${choice.want}`;
    case 'play':
      return `play:${choice.group}`;
    case 'share':
      return `share:${choice.right}`;
    case 'useful':
    case 'reached':
    case 'abroad':
      return `${choice.kind}:${choice.yes ? 'yes' : 'no'}`;
    default:
      return choice.kind;
  }
}

const bare = ['more', 'menu', 'help', 'erase', 'leave', 'quiz', 'lessons', 'today', 'news', 'news-off'] as const;

/** The choice a wire form stands for, or `null` when it is none of ours. */
export function decodeChoice(wire: string): Choice | null {
  const kind = bare.find((one) => one === wire);
  if (kind) return { kind };
  if (/^ask:[a-z0-9][a-z0-9/._-]{0,59}$/.test(wire)) return { kind: 'ask', passage: wire.slice(4) };
  if (/^guide:[a-z][a-z0-9-]{0,57}$/.test(wire)) return { kind: 'guide', id: wire.slice(6) };
  const page = pages.find((one) => wire === `page:${one}`);
  if (page) return { kind: 'page', id: page };
  const want = wants.find((one) => wire === `news-on:${one}`);
  if (want) return { kind: 'news-on', want };
  const group = groups.find((one) => wire === `play:${one}`);
  if (group) return { kind: 'play', group };
  if (/^path:[a-z][a-z0-9-]{0,40}$/.test(wire)) return { kind: 'path', id: wire.slice(5) };
  const right = /^share:(\d)$/.exec(wire)?.[1];
  if (right && Number(right) <= setSize) return { kind: 'share', right: Number(right) };
  const [, quiz, option] = /^guess:([a-z][a-z0-9-]{0,40}):([1-9])$/.exec(wire) ?? [];
  if (quiz && option) return { kind: 'guess', quiz, option: Number(option) };
  const [, act, stamp] = /^desk:([a-z][a-z-]{0,19}):([a-z0-9]{1,16})$/.exec(wire) ?? [];
  if (act && stamp) return { kind: 'desk', act, stamp };
  const [, asked, said] = /^(useful|reached|abroad):(yes|no)$/.exec(wire) ?? [];
  if (asked === 'useful' || asked === 'reached' || asked === 'abroad') return { kind: asked, yes: said === 'yes' };
  return null;
}

/** A wish to have the talk gone, on whatever is left of it: to erase it, or to leave. */
export function erasesAll(content: Content): boolean {
  return content.kind === 'choice' && (content.choice.kind === 'erase' || content.choice.kind === 'leave');
}
