import { defineConfig } from 'vitest/config';

// What the mutants of one part are tried against (test/mutate.ts): only its own tests, none of which loads the knowledge or
// the trained model, or each of some thousand mutants would take half a minute.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: (process.env.MUTATE_TESTS ?? 'test/core/{triage,safety}/*.test.ts').split(' '),
  },
});
