/** Sendings remembered at most; when more cannot be noted, the database is gone and nothing new is begun. */
const most = 10_000;

/**
 * What this process has sent and could not note: tried again, such a parcel is noted and not sent a second time.
 */
export class Unnoted {
  readonly #ids = new Map<string, string[]>();

  add(parcel: string, ids: string[]): void {
    this.#ids.set(parcel, ids);
    const [oldest] = this.#ids.keys();
    if (this.#ids.size > most && oldest !== undefined) this.#ids.delete(oldest);
  }

  /** The message ids of a parcel that was sent, or `null`. */
  idsOf(parcel: string): string[] | null {
    return this.#ids.get(parcel) ?? null;
  }

  noted(parcel: string): void {
    this.#ids.delete(parcel);
  }
}
