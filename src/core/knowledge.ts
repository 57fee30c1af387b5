import type { Gazetteer } from './communes.ts';
import type { Citation, KnownDocument, Passage } from './passage.ts';
import type { ProvinceName } from './question/provinces.ts';
import type { AgeRule, BirthLeave, Pension, PerUnit, Retirement } from './rules.ts';

/** Everyday words and the terms of law or plan they stand for. */
export type GlossaryEntry = { say: string[]; means: string[] };

/** A kind of small talk, the fixed reply it gets, and ways people say it. */
export type SmalltalkIntent = { id: string; reply: string; ask: string[] };

/** An agency as people may name it, and the passage that tells its duties. */
export type AgencyName = {
  id: string;
  passage: string;
  name: string;
  aliases: string[];
  /** Who does this work now, in a sentence, and what that rests on; `null` when nothing changed. */
  now: { say: string; cites: Citation[] } | null;
};

/** Reviewed content, checked and ready. Ids are unique; every citation exists. */
export type Knowledge = {
  documents: Map<string, KnownDocument>;
  passages: Map<string, Passage>;
  agencies: AgencyName[];
  glossary: GlossaryEntry[];
  smalltalk: SmalltalkIntent[];
  /** Retirement ages by year, or `null` when the knowledge does not hold them. */
  retirement: Retirement | null;
  /** Leave of mother and father for a birth, or `null` when the knowledge does not hold it. */
  birthLeave: BirthLeave | null;
  /** The pension by years of contributions, or `null` when the knowledge does not hold it. */
  pension: Pension | null;
  /** What is granted for each child, day, time or month. */
  perUnit: PerUnit[];
  /** Ages that a right or duty hangs on. */
  ages: AgeRule[];
  /** The communes of today and before, or `null` where the content has no map. */
  communes: Gazetteer | null;
  /** All provinces and cities, as people may name them. */
  provinces: readonly ProvinceName[];
  /** The number of the plan among the documents. */
  plan: string;
  /** Changes whenever any content changes. */
  fingerprint: string;
};
