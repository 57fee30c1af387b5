/** A little below what is allowed, for clocks and lines are not exact. */
const share = 0.98;
const windowMs = 1_005;
/** After a halt what was missed is caught up with, but not all at once. */
const catchUp = 1.25;

/** Keeps what is sent within so many a second, in any second. Times are milliseconds on a clock that never goes back. */
export class Pacer {
  readonly #most: number;
  readonly #perMs: number;
  readonly #burst: number;
  readonly #took: number[] = [];
  #bucket: number;
  #filledAt = 0;

  constructor(perSecond: number) {
    this.#most = Math.max(1, Math.floor(perSecond * share));
    this.#perMs = (perSecond * catchUp) / 1_000;
    this.#burst = Math.max(1, Math.floor(perSecond / 10));
    this.#bucket = this.#burst;
  }

  /** How many may be sent at `at`. */
  free(at: number): number {
    while ((this.#took[0] ?? at) <= at - windowMs) this.#took.shift();
    this.#bucket = Math.min(this.#burst, this.#bucket + Math.max(0, at - this.#filledAt) * this.#perMs);
    this.#filledAt = at;
    return Math.min(this.#most - this.#took.length, Math.floor(this.#bucket));
  }

  /** One is sent at `at`. */
  take(at: number): void {
    this.#took.push(at);
    this.#bucket -= 1;
  }

  /** Milliseconds from `at` until at least one more may be sent, where none may now. */
  waitMs(at: number): number {
    const window = this.#took.length < this.#most ? 0 : (this.#took[0] ?? at) + windowMs - at;
    const bucket = this.#bucket >= 1 ? 0 : (1 - this.#bucket) / this.#perMs;
    return Math.max(1, Math.ceil(Math.max(window, bucket)));
  }
}
