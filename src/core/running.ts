/** How a replica stands. A part is `true` when it works, `null` when this replica has none. */
export type Running = {
  /** It was asked to stop and takes its leave: whoever leads people here should lead them elsewhere. */
  leaving: boolean;
  /** The knowledge is read: the next person does not wait for it. */
  knowledge: boolean;
  database: boolean;
  queue: boolean | null;
};

/** Whether people may be led here. Without a database too: a cry for help is answered all the same. */
export function mayAnswer({ leaving }: Running): boolean {
  return !leaving;
}

/** Whether everything works: what a roll-out waits for before it stops the next replica. */
export function isReady({ leaving, knowledge, database, queue }: Running): boolean {
  return !leaving && knowledge && database && queue !== false;
}
