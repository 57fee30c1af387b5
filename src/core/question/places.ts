/** A place in a document that the question names: "chỉ tiêu 2 mục tiêu 3", "điều 25 khoản 1". */
export type NamedPlace = {
  objective: number | null;
  indicator: number | null;
  article: number | null;
  clause: number | null;
  point: string | null;
  /** A numbered part of the plan, as in "phần II", "mục IV.6", "giải pháp 6". */
  section: string | null;
};

const digits: Record<string, number> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
};
const number = '(\\d{1,3}|mot|hai|ba|bon|sau|iii|ii|iv|vi|i|v)';
const objective = new RegExp(`\\b(?:muc tieu|mt)(?: so| thu)? ${number}\\b(?! \\d{4})`);
const indicator = new RegExp(`\\b(?:chi tieu|ct)(?: so| thu)? ${number}\\b(?! \\d{4})`);

/**
 * Reads the places named in a folded question. Word numbers count only where a digit would stand; "năm" does not,
 * because there it nearly always means a year.
 */
export function namedPlace(folded: string): NamedPlace {
  const read = (pattern: RegExp): number | null => {
    const found = pattern.exec(folded)?.[1];
    if (found === undefined) return null;
    return digits[found] ?? Number(found);
  };
  const section = /\b(?:phan|muc) (iii|ii|iv|vi|i|v)(?:[. ](\d{1,2}))?(?:[. ](\d))?\b/.exec(folded);
  const solution = digit(/\bgiai phap (?:so |thu )?(\d{1,2})\b/.exec(folded)?.[1]);
  return {
    objective: read(objective),
    indicator: read(indicator),
    article: digit(/\bdieu (?:so |thu )?(\d{1,3})\b/.exec(folded)?.[1]),
    clause: digit(/\bkhoan (?:so |thu )?(\d{1,2})\b/.exec(folded)?.[1]),
    point: /\bdiem ([a-eg-ik-q])\b/.exec(folded)?.[1] ?? null,
    section: section
      ? section.slice(1).filter(Boolean).join('.').toUpperCase()
      : solution === null
        ? null
        : `IV.${solution}`,
  };
}

function digit(written: string | undefined): number | null {
  return written === undefined ? null : Number(written);
}
