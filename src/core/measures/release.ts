/**
 * Small counts, hidden so that nothing can be reckoned back.
 *
 * Every figure that leaves is a sum of blocks, and nothing else leaves. A block is a place in a tree of kinds with at
 * least five events in it; events that fit in no block are in no figure at all, also in no total. So whatever tables
 * are combined, over rows, columns, totals or months, the most that can come out is the blocks themselves, and those do
 * not tell a count under five: what is pooled in a block can always be spread in more than one way.
 */

/** Counts under this are never told. */
export const least = 5;
const most = least - 1;

/** Sums that go with a count. A key stands in all of a tree or in none. */
export type Sums = Readonly<Record<string, number>>;

/** Events of one kind: the way to it from the root of the tree, and how many. A path stands once. */
export type Leaf = { path: readonly string[]; n: number; sums?: Sums };

/** At least five events that may be told. `rest`: what was too few by itself below `path`, pooled. */
export type Block = { path: readonly string[]; rest: boolean; n: number; sums: Sums };

type Node = { children: Map<string, Node>; n: number; sums: Sums };

/** What a node gives up to its parent: events it could not tell. */
type Left = { n: number; sums: Sums };

const nothing: Left = { n: 0, sums: {} };

/**
 * The blocks of a whole tree of events that are over and done. A kind with five or more is a block of its own. Those
 * with fewer are pooled below their parent; the pool is a block when it holds five or more and leaves room to doubt
 * (were it full, each of its kinds would be known to hold four). Otherwise it goes up and is pooled there. What is
 * left at the root is not told.
 */
export function release(leaves: Iterable<Leaf>): Block[] {
  const blocks: Block[] = [];
  give(treeOf(leaves), [], blocks);
  return blocks;
}

function give(node: Node, path: readonly string[], blocks: Block[]): Left {
  if (node.children.size === 0) {
    if (node.n < least) return node;
    blocks.push({ path, rest: false, n: node.n, sums: node.sums });
    return nothing;
  }
  const left = [...node.children].map(([name, child]) => give(child, [...path, name], blocks)).filter(({ n }) => n > 0);
  const pool = left.reduce(added, nothing);
  if (pool.n < least || pool.n >= most * left.length) return pool;
  blocks.push({ path, rest: true, ...pool });
  return nothing;
}

/**
 * What may be told of events that still come in: of each kind at the first `depth` steps, how often five were full. The
 * next five tell no more than that five came, and a total is the sum of what is told of its parts.
 */
export function releaseRunning(leaves: Iterable<Leaf>, depth: number): Block[] {
  const kinds = new Map<string, { path: readonly string[]; n: number }>();
  for (const { path, n } of leaves) {
    const kind = path.slice(0, depth);
    const key = kind.join('\n');
    kinds.set(key, { path: kind, n: (kinds.get(key)?.n ?? 0) + n });
  }
  return [...kinds.values()]
    .filter(({ n }) => n >= least)
    .map(({ path, n }) => ({ path, rest: false, n: fives(n), sums: {} }));
}

/** The full fives of a count: 0, 5, 10 … */
export function fives(n: number): number {
  return n - (n % least);
}

/** A tree in which only nodes without children hold events: those of an inner kind move to a child without a name. */
function treeOf(leaves: Iterable<Leaf>): Node {
  const root: Node = { children: new Map(), n: 0, sums: {} };
  for (const { path, n, sums = {} } of leaves) {
    let at = root;
    for (const step of path) {
      const next = at.children.get(step) ?? { children: new Map(), n: 0, sums: {} };
      at.children.set(step, next);
      at = next;
    }
    Object.assign(at, added(at, { n, sums }));
  }
  sink(root);
  return root;
}

function sink(node: Node): void {
  for (const child of node.children.values()) sink(child);
  if (node.children.size === 0 || node.n === 0) return;
  node.children.set('', { children: new Map(), n: node.n, sums: node.sums });
  node.n = 0;
}

function added(a: Left, b: Left): Left {
  const sums: Record<string, number> = { ...a.sums };
  for (const [key, value] of Object.entries(b.sums)) sums[key] = (sums[key] ?? 0) + value;
  return { n: a.n + b.n, sums };
}
