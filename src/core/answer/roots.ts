import type { Passage } from '../passage.ts';

/** The articles and targets a passage rests on, whatever clause of them it cites. */
export function rootsOf({ cites }: Passage): Set<string> {
  return new Set(cites.map(({ document, locator }) => `${document}|${rootOf(locator)}`));
}

function rootOf(locator: string): string {
  return /^(?:Điều \d+[a-zđ]?|Mục tiêu \d+, Chỉ tiêu \d+)/.exec(locator)?.[0] ?? locator;
}

/** The ids of the passages by the article or target they rest on. */
export function citingOf(passages: Passage[]): Map<string, string[]> {
  const citing = new Map<string, string[]>();
  for (const one of passages) for (const root of rootsOf(one)) citing.set(root, [...(citing.get(root) ?? []), one.id]);
  return citing;
}
