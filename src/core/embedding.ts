/** A passage as it is embedded: its text and a mark that changes with it. */
export type Embeddable = { id: string; text: string; sum: string };

/** Where vectors of passages are kept, each set by its model and length. */
export interface EmbeddingStore {
  /** Of these passages, the ids whose vector is missing or of another text. */
  missing(passages: Embeddable[]): Promise<string[]>;
  save(rows: Array<Embeddable & { vector: number[] }>): Promise<void>;
  /** All are there: makes the set quick to search, and lets go of other sets and of passages that are gone. */
  finish(ids: string[]): Promise<void>;
  /** Ids of the `k` nearest passages in force on `day`, nearest first. */
  nearest(vector: number[], k: number, day: string): Promise<string[]>;
}
