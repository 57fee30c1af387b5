/**
 * Keeps the `k` best of all that is offered, in a heap with the worst on top: most of many are turned away by one look.
 * `isWorse` must order all of them.
 */
export function keepBest(
  k: number,
  isWorse: (one: number, other: number) => boolean,
): {
  offer: (one: number) => void;
  /** The kept ones, best first. */
  inOrder: () => number[];
} {
  const heap: number[] = [];
  const at = (place: number) => heap[place] ?? 0;

  function up(one: number): void {
    let place = heap.push(one) - 1;
    for (; place > 0; ) {
      const above = (place - 1) >> 1;
      if (!isWorse(one, at(above))) break;
      heap[place] = at(above);
      place = above;
    }
    heap[place] = one;
  }

  /** Puts one in the place of the worst. */
  function down(one: number): void {
    let place = 0;
    for (let below = 1; below < heap.length; below = 2 * place + 1) {
      const next = below + 1 < heap.length && isWorse(at(below + 1), at(below)) ? below + 1 : below;
      if (!isWorse(at(next), one)) break;
      heap[place] = at(next);
      place = next;
    }
    heap[place] = one;
  }

  return {
    offer(one) {
      if (heap.length < k) up(one);
      else if (k > 0 && isWorse(at(0), one)) down(one);
    },
    inOrder: () => [...heap].sort((a, b) => (isWorse(a, b) ? 1 : -1)),
  };
}
