const spouse = /\b(?:chong|vo)\b/g;
/** A spouse named right after what is done to them: "bỏ chồng", "kiện vợ". */
const doneTo =
  /\b(?:bo|l[iy] (?:hon|di)|danh|kien|duoi|bat|ep|cam|to cao|ngan|theo doi|thoi|thua|giu) (?:voi )?(chong|vo)\b/g;

/** To which of the spouses named in a folded text something is done, and which of them are named only otherwise. */
function rolesIn(folded: string): { doneTo: ReadonlySet<string>; otherwise: ReadonlySet<string> } {
  const done = new Set([...folded.matchAll(doneTo)].flatMap((found) => found[1] ?? []));
  const named = [...folded.matchAll(spouse)].map(([one]) => one);
  return { doneTo: done, otherwise: new Set(named.filter((one) => !done.has(one))) };
}

/**
 * Whether two folded texts turn husband and wife about: in one something is done to a spouse who only does something in the
 * other, another of them comes first, or only one of the texts refuses. "Vợ bầu, chồng bỏ được không" and "đang bầu bỏ chồng được không" share nearly all words and have opposite answers.
 */
export function turnsAbout(one: string, other: string): boolean {
  const [here, there] = [rolesIn(one), rolesIn(other)];
  const crossed = (done: ReadonlySet<string>, otherwise: ReadonlySet<string>) =>
    [...done].some((spouse) => otherwise.has(spouse));
  if (refuses(one) !== refuses(other)) return true;
  if (crossed(here.doneTo, there.otherwise) || crossed(there.doneTo, here.otherwise)) return true;
  const [first, second] = [firstOfBoth(one), firstOfBoth(other)];
  return first !== null && second !== null && first !== second;
}

/** "Có quyền không cho chồng bán không" and "tự bán được không" ask of the two sides of one matter. */
function refuses(folded: string): boolean {
  return /\bkhong (?:cho|chiu|dong y)\b(?!$)/.test(folded);
}

/** Which of husband and wife is named first where each is named by themselves; `null` where not both are. */
function firstOfBoth(folded: string): string | null {
  const named = [...folded.replace(/\bvo chong\b/g, ' ').matchAll(spouse)].map(([one]) => one);
  return new Set(named).size === 2 ? (named[0] ?? null) : null;
}
