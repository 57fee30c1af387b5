/**
 * A person's words on their way through the program. It prints as `[private]` wherever something tries to log,
 * serialise or concatenate it; `reveal()` is the one, searchable way to read it.
 */
export class PrivateText {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** The words themselves. Only for understanding the message in memory; never for a log, an error or a fact. */
  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return '[private]';
  }

  toJSON(): string {
    return '[private]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[private]';
  }
}
