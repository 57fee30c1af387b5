/** What a reply is known by: its first words, without what may stand before them on a new line. */
export type Known = ReadonlyMap<string, string>;

const knownBy = 80;

/** The start of a reply, by which the same reply is known again. */
export function startOf(reply: string): string {
  return reply.slice(0, knownBy);
}

/** Messages by the start of their reply; those whose replies begin alike are left out, since nothing tells them apart. */
export function tellApart(replies: ReadonlyMap<string, string>): Known {
  const byStart = new Map<string, string[]>();
  for (const [message, reply] of replies) {
    const start = startOf(reply);
    byStart.set(start, [...(byStart.get(start) ?? []), message]);
  }
  return new Map(
    [...byStart].flatMap(([start, [message = '', ...more]]) => (more.length > 0 ? [] : [[start, message]])),
  );
}

export type Judged = { outOfOrder: number; lost: number; doubled: number };

/** What was wrong with the replies (oldest first) to messages that one person sent one right after the other. */
export function judge(sent: readonly string[], replies: readonly string[], known: Known): Judged {
  const answered = replies.flatMap((reply) => known.get(startOf(reply)) ?? []);
  const places = answered.map((message) => sent.indexOf(message)).filter((place) => place >= 0);
  let furthest = -1;
  let outOfOrder = 0;
  for (const place of new Set(places)) {
    if (place < furthest) outOfOrder++;
    furthest = Math.max(furthest, place);
  }
  const distinct = new Set(places).size;
  return { outOfOrder, lost: sent.length - distinct, doubled: places.length - distinct };
}
