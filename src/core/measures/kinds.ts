import type { Feedback, Learned } from '../fact.ts';
import type { Outcome } from '../reply.ts';
import { atLeast, type HarmType, type Level } from '../triage.ts';
import type { Channel } from '../update.ts';
import type { Leaf } from './release.ts';

/** What a turn was, for counting. The first step of its way in the tree after the channel. */
export const kinds = [
  'answer',
  'help',
  'decline',
  'trouble',
  'smalltalk',
  'menu',
  'feedback',
  'learned',
] as const satisfies readonly (Outcome | 'feedback' | 'learned')[];
export type Kind = (typeof kinds)[number];

/** Kinds that count as having asked something. */
export const asking: readonly Kind[] = ['answer', 'help', 'decline', 'trouble'];

/** What kind of harm a shown help was about; `unsaid` where nothing in particular was told. */
export type HelpType = HarmType | 'unsaid';

/** Turns of a time that are alike in all that is counted. */
export type Alike = {
  channel: Channel;
  outcome: Outcome;
  level: Level;
  help: HelpType | null;
  document: string | null;
  topic: string | null;
  nearest: string | null;
  feedback: Feedback | null;
  learned: Learned['what'] | null;
  turns: number;
  /** Sums over the turns; zero where nothing was learned. */
  asked: number;
  before: number;
  right: number;
};

export function kindOf({ outcome, level, help, feedback, learned }: Alike): Kind {
  if (learned !== null) return 'learned';
  if (feedback !== null) return 'feedback';
  return help !== null && atLeast(level, 'concern') ? 'help' : outcome;
}

/** Where the turns stand in the tree of kinds: channel, kind, then what is told of that kind. */
export function leafOf(alike: Alike): Leaf {
  const { channel, level, help, document, topic, nearest, feedback, learned, turns, asked, before, right } = alike;
  const kind = kindOf(alike);
  switch (kind) {
    case 'answer':
      return { path: [channel, kind, document ?? '', topic ?? ''], n: turns };
    case 'help':
      return { path: [channel, kind, level, help ?? 'unsaid'], n: turns };
    case 'decline':
      return { path: [channel, kind, nearest ?? ''], n: turns };
    case 'feedback':
      return { path: [channel, kind, topic ?? '', feedback ?? ''], n: turns };
    case 'learned':
      return { path: [channel, kind, learned ?? '', topic ?? ''], n: turns, sums: { asked, before, right } };
    case 'trouble':
    case 'smalltalk':
    case 'menu':
      return { path: [channel, kind], n: turns };
  }
}

/** Gravest first: of several types a message told of, help is counted under one. */
const gravest: readonly HarmType[] = [
  'suicide',
  'trafficking',
  'child',
  'forced_marriage',
  'sexual',
  'physical',
  'online',
  'harassment',
  'psychological',
  'economic',
  'perpetrator',
];

/** The one type that shown help is counted under. */
export function helpTypeOf(types: readonly HarmType[]): HelpType {
  return gravest.find((one) => types.includes(one)) ?? 'unsaid';
}
