import type { Knowledge } from '../knowledge.ts';
import type { Citation, Passage } from '../passage.ts';

/** An answer before it is dressed as a reply. */
export type Composed = {
  text: string;
  cites: Citation[];
  /** Ids of the passages it rests on, best first; the next follow-up is read against them. */
  passages: string[];
  /** The longer part behind "xem thêm". */
  more: string | null;
  outcome: 'answer' | 'decline';
  /** How many phone screens it may fill: one for each question answered; 1 when absent. */
  screens?: number;
  /** Whether it answers all that the message asks, in whatever parts it may be cut. */
  settled?: boolean;
};

/** The reviewed answer of a passage as it stands. */
export function asItStands(passage: Passage): Composed {
  const declines = passage.facts.kind === 'unknown' || passage.facts.kind === 'elsewhere';
  return {
    text: passage.say,
    cites: declines ? [] : passage.cites,
    passages: [passage.id],
    more: passage.more,
    outcome: declines ? 'decline' : 'answer',
  };
}

/** Citations without repeats, order kept. */
export function distinct(cites: Citation[]): Citation[] {
  const seen = new Set<string>();
  return cites.filter((cite) => {
    const key = `${cite.document}|${cite.locator}`;
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}

/** Ids of the passages that stand at these places, in their order. */
export function passagesAt(cites: Citation[], knowledge: Knowledge): string[] {
  return cites.flatMap((cite) => {
    for (const one of knowledge.passages.values())
      if (one.document === cite.document && one.locator === cite.locator && one.facts.kind === 'article')
        return [one.id];
    return [];
  });
}
