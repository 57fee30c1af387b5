/** A second, and what clocks that count in milliseconds may differ by. */
const windowMs = 1_003;
/** After a halt what was missed is caught up with, but not all at once. */
const catchUp = 1.25;
/** While nothing is heard of what is on its way. */
const longestWaitMs = 1_000;

/** One message on its way, until its answer came. */
export type Flight = { heard: number | null };

/**
 * Keeps what arrives within so many a second, in any second, however long single messages take: one counts from when it
 * leaves until a second after its answer, the latest moment at which it may have arrived. On a slow line that is a little
 * less than is allowed; what goes over it would keep replies waiting too. Times are milliseconds on a clock that never goes
 * back.
 */
export class Pacer {
  readonly #most: number;
  readonly #perMs: number;
  readonly #burst: number;
  #flights: Flight[] = [];
  #bucket: number;
  #filledAt = 0;

  constructor(perSecond: number) {
    this.#most = Math.max(1, Math.floor(perSecond));
    this.#perMs = (perSecond * catchUp) / 1_000;
    this.#burst = Math.max(1, Math.floor(perSecond / 10));
    this.#bucket = this.#burst;
  }

  /** How many may be sent at `at`. */
  free(at: number): number {
    this.#flights = this.#flights.filter((one) => this.#endOf(one) > at);
    this.#bucket = Math.min(this.#burst, this.#bucket + Math.max(0, at - this.#filledAt) * this.#perMs);
    this.#filledAt = at;
    return Math.max(0, Math.min(this.#most - this.#flights.length, Math.floor(this.#bucket)));
  }

  /** One is sent; `heard` must be told of its answer. */
  take(): Flight {
    const flight = { heard: null };
    this.#flights.push(flight);
    this.#bucket -= 1;
    return flight;
  }

  /** The answer to one came at `at`, or it was given up. */
  heard(flight: Flight, at: number): void {
    flight.heard = at;
  }

  /** Milliseconds from `at` until at least one more may be sent, where none may now and no answer comes meanwhile. */
  waitMs(at: number): number {
    const window =
      this.#flights.length < this.#most ? 0 : Math.min(...this.#flights.map((one) => this.#endOf(one))) - at;
    const bucket = this.#bucket >= 1 ? 0 : (1 - this.#bucket) / this.#perMs;
    return Math.max(1, Math.min(longestWaitMs, Math.ceil(Math.max(window, bucket))));
  }

  #endOf({ heard }: Flight): number {
    return heard === null ? Number.POSITIVE_INFINITY : heard + windowMs;
  }
}
