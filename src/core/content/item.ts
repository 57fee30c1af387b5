/**
 * What editors may change on the desk: answer cards, quiz questions, lines that can be called, how the Social Work Centre is
 * reached, fixed texts.
 */
export const contentKinds = ['card', 'quiz', 'service', 'centre', 'reply'] as const;
export type ContentKind = (typeof contentKinds)[number];

/** One thing of a kind, by its id in the content files. */
export type ItemKey = { kind: ContentKind; id: string };

/** What a thing says, as its file holds it; a plain value that JSON can carry. Its form is checked by the knowledge. */
export type ItemBody = { [name: string]: unknown };

/** A thing as the content holds it, and the file it stands in. */
export type Item = ItemKey & { file: string; body: ItemBody };

/** "card/tuoi-ket-hon": how a thing is named in look-ups and in the audit log. */
export function nameOf({ kind, id }: ItemKey): string {
  return `${kind}/${id}`;
}

/** The same content, the same text, in whatever order it was written; what is empty counts as absent. */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const told = Object.entries(value).filter(
    ([, one]) => one !== null && one !== undefined && !(Array.isArray(one) && one.length === 0),
  );
  const sorted = told.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${sorted.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`;
}

export function sameBody(a: ItemBody | null, b: ItemBody | null): boolean {
  return canonical(a) === canonical(b);
}

/** What an editor's draft does not hold: it is put there by a deed of its own (a call, an approval). */
const stamps: Record<ContentKind, readonly string[]> = {
  card: [],
  quiz: [],
  service: ['lastTestCall', 'testedBy'],
  centre: [],
  reply: ['approved'],
};

/** The body without stamps, as drafts hold and compare it. */
export function unstamped(kind: ContentKind, body: ItemBody): ItemBody {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !stamps[kind].includes(name)));
}

/**
 * The body with the stamps it deserves. A stamp of the body in use stays only while what it vouches for is the same: the
 * words of a text, the number that was called.
 */
export function stamped(kind: ContentKind, draft: ItemBody, live: ItemBody | null): ItemBody {
  const same =
    live !== null &&
    (kind === 'service' ? draft.number === live.number : sameBody(unstamped(kind, draft), unstamped(kind, live)));
  const kept = stamps[kind].map((name): [string, unknown] => [name, same ? (live[name] ?? null) : null]);
  return { ...unstamped(kind, draft), ...Object.fromEntries(kept) };
}
