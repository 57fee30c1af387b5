/** Where a fact stands: an act's number and a place in it, e.g. `13/2022/QH15`, `Điều 25 khoản 1`. */
export type Citation = { document: string; locator: string };

/** A legal act or the plan: what a reply names it by, and how long it holds. Dates are `YYYY-MM-DD`. */
export type KnownDocument = {
  number: string;
  title: string;
  /** The short name people read in a citation, e.g. "Luật Phòng, chống bạo lực gia đình 2022". */
  short: string;
  aliases: string[];
  inForceFrom: string;
  inForceTo: string | null;
  /** It answers only a question that names it: a national strategy stands behind the province's own plan. */
  onlyWhenNamed: boolean;
  /** What is known of the act as a whole; `null` where its standing is not established, and for the plan. */
  act: ActRecord | null;
};

/** An act as a whole: who made it and when, its size, what it ended and what changed it. */
export type ActRecord = {
  issuer: string;
  issued: string | null;
  chapters: number | null;
  articles: number | null;
  ends: EndedAct[];
  amendedBy: Amendment[];
  /** How many times a person's fine an organisation pays under this decree, and where that stands; `null` if unknown. */
  organisations: { times: number; locator: string } | null;
};

/** An act that lost force when another came; `replaced` when that other stands in its place. */
export type EndedAct = { number: string; name: string; aliases: string[]; replaced: boolean };

/** `what` says which part, when only a part is known. */
export type Amendment = { number: string; from: string; what: string | null };

export type Year = 2025 | 2030;

/** One measured quantity of an indicator of the plan. */
export type Measure = {
  id: string;
  name: string;
  unit: string;
  direction: 'up' | 'down' | 'keep';
  values: Partial<Record<Year, Amount>>;
  baseline: Amount | null;
  /** A target that holds from 2025 on, also in 2030. */
  fromThenOn: boolean;
  ask: string[];
  /** The same target of the whole country, or `null` when it is not known. */
  national: NationalTarget | null;
};

export type NationalTarget = { cite: Citation; values: Partial<Record<Year, Amount>> };

/** A number and the words that say it exactly as strongly as the source ("dưới 30 %"). */
export type Amount = { value: number; said: string };

/** What a passage is beyond its text; composing an answer reads this. */
export type PassageFacts =
  | { kind: 'text' }
  | { kind: 'objective'; objective: number; field: string }
  | { kind: 'indicator'; objective: number; indicator: number; label: string; measures: Measure[] }
  | { kind: 'agency'; agency: string; answersFor: AnswersFor[] }
  | { kind: 'model'; lead: string; partners: string[] }
  | { kind: 'budget'; amount: number; part: 'total' | 'phase' | 'source'; name: string; period: string | null }
  | { kind: 'update' }
  /** A commune or former district; found by its name on the map, never by search. */
  | { kind: 'commune' }
  | { kind: 'article'; article: number }
  /** An act as a whole; found by its name, never by search. */
  | { kind: 'act' }
  | { kind: 'fine'; least: number | null; most: number | null; before: FineBefore | null }
  | { kind: 'limit' }
  | { kind: 'card' }
  | { kind: 'unknown' }
  /** A matter that is not in this knowledge at all, and who would know. */
  | { kind: 'elsewhere'; topic: string; office: string };

/** What a fine was until a day, when another act changed it. Never told as if it applied. */
export type FineBefore = { least: number; most: number; said: string; until: string; cite: Citation };

/** One indicator an agency answers for; `part` when only a part of it. */
export type AnswersFor = { objective: number; indicator: number; part: string | null };

/** The unit of knowledge: small enough to be an answer, with the place it rests on. */
export type Passage = {
  id: string;
  document: string;
  locator: string;
  title: string;
  /** Everything this passage establishes. A number may be said only if it stands here or in a cited passage. */
  text: string;
  /** The plain answer, one phone screen. */
  say: string;
  /** The longer part behind "xem thêm", or `null`. */
  more: string | null;
  /** Ways people ask for this; an index field. */
  ask: string[];
  /** What is said before the plain answer to some of these ways of asking: the yes or no, or the one thing asked for. */
  firstWords?: readonly FirstWords[];
  inForceFrom: string;
  /** Last day in force, or `null` while it holds. */
  inForceTo: string | null;
  /** All citations of the answer, its own place first. */
  cites: Citation[];
  /** Ids of passages to offer next. */
  related: string[];
  facts: PassageFacts;
};

/** `ask` is one of the passage's ways of asking. */
export type FirstWords = { ask: string; say: string };

/** Whether the passage is law on `day` (`YYYY-MM-DD`). */
export function holdsOn(passage: Pick<Passage, 'inForceFrom' | 'inForceTo'>, day: string): boolean {
  return passage.inForceFrom <= day && (passage.inForceTo === null || day <= passage.inForceTo);
}
