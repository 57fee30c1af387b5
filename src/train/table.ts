import type { Features } from '../core/triage/features.ts';

/** Examples in compressed rows: row i holds places `at[start[i]]` to `at[start[i + 1] - 1]` of `size` columns. */
export type Table = { start: Int32Array; at: Int32Array; value: Float32Array; size: number };

/** A growing list of features in flat arrays: a hundred thousand examples do not fit in JavaScript lists. */
export class Examples {
  private readonly starts: number[] = [0];
  private places = new Uint32Array(1 << 20);
  private values = new Float32Array(1 << 20);

  add({ places, values }: Features): void {
    const from = this.starts[this.starts.length - 1] ?? 0;
    const to = from + places.length;
    if (to > this.places.length) {
      const size = Math.max(to, this.places.length * 2);
      const wider = new Uint32Array(size);
      wider.set(this.places);
      this.places = wider;
      const longer = new Float32Array(size);
      longer.set(this.values);
      this.values = longer;
    }
    this.places.set(places, from);
    this.values.set(values, from);
    this.starts.push(to);
  }

  /**
   * The chosen rows as a table of 2^bits columns, without what fewer than `seenIn` messages show. Rare grams say more
   * than common ones, so each column is scaled by its inverse frequency over messages; `rarity` gives the scales back.
   * `messageOf` tells which message a row is a variant of.
   */
  table(
    rows: number[],
    bits: number,
    seenIn: number,
    messageOf: (row: number) => number,
  ): [Table, rarity: Float64Array] {
    const shift = 32 - bits;
    const rarity = this.rarity(rows, bits, seenIn, messageOf);
    const start = new Int32Array(rows.length + 1);
    const most = rows.reduce((sum, row) => sum + (this.starts[row + 1] ?? 0) - (this.starts[row] ?? 0), 0);
    const at = new Int32Array(most);
    const value = new Float32Array(most);
    let next = 0;
    rows.forEach((row, i) => {
      start[i] = next;
      const to = this.starts[row + 1] ?? 0;
      for (let k = this.starts[row] ?? 0; k < to; k++) {
        const column = (this.places[k] ?? 0) >>> shift;
        const scale = rarity[column] ?? 0;
        if (scale === 0) continue;
        at[next] = column;
        value[next++] = (this.values[k] ?? 0) * scale;
      }
    });
    start[rows.length] = next;
    return [{ start, at, value, size: 2 ** bits }, rarity];
  }

  private rarity(rows: number[], bits: number, seenIn: number, messageOf: (row: number) => number): Float64Array {
    const shift = 32 - bits;
    const seen = new Int32Array(2 ** bits);
    const last = new Int32Array(2 ** bits).fill(-1);
    for (const row of rows) {
      const message = messageOf(row);
      const to = this.starts[row + 1] ?? 0;
      for (let k = this.starts[row] ?? 0; k < to; k++) {
        const column = (this.places[k] ?? 0) >>> shift;
        if (last[column] === message) continue;
        last[column] = message;
        seen[column] = (seen[column] ?? 0) + 1;
      }
    }
    const messages = new Set(rows.map(messageOf)).size;
    return Float64Array.from(seen, (count) => (count < seenIn ? 0 : Math.log(1 + messages / count) / 5));
  }
}
