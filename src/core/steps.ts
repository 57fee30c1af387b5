/** Long work in steps of some milliseconds, so that whoever does it may let others in between. */
export type Steps<T> = Generator<void, T, void>;

/** Does the work at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
