/**
 * An attacker who knows every rule, sees every figure that leaves and can think through every world that fits. A count
 * from one to four is recovered when all those worlds agree on it. Only worlds that are `real` happen; the
 * attacker thinks of others as well, up to `top` in each place, so that the end of the counting is no help.
 */
export type Cell = { name: string; of: (world: readonly number[]) => number };

/** The small counts that are recovered, over all worlds of `places` counts. */
export function recovered(
  places: number,
  { real, top }: { real: (world: readonly number[]) => boolean; top: number },
  seen: (world: readonly number[]) => string,
  cells: readonly Cell[],
): string[] {
  const views = new Map<string, Array<Set<number>>>();
  const happened = new Set<string>();
  const world = Array.from({ length: places }, () => 0);
  for (;;) {
    const view = seen(world);
    const found = views.get(view) ?? cells.map(() => new Set<number>());
    views.set(view, found);
    if (real(world)) happened.add(view);
    cells.forEach((cell, at) => {
      found[at]?.add(cell.of(world));
    });
    let at = 0;
    while (at < places && world[at] === top) world[at++] = 0;
    if (at === places) break;
    world[at] = (world[at] ?? 0) + 1;
  }
  const lost: string[] = [];
  for (const view of happened)
    views.get(view)?.forEach((values, at) => {
      const [only = 0] = values;
      if (values.size === 1 && only > 0 && only < 5) lost.push(`${cells[at]?.name} = ${only} from ${view}`);
    });
  return lost;
}
