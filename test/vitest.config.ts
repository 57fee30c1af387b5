import { defineConfig } from 'vitest/config';

/** What touches nothing outside and changes nothing that others share: files here use one library of the knowledge. */
const pure = [
  'test/core/**/*.test.ts',
  'test/turn/**/*.test.ts',
  'test/knowledge/**/*.test.ts',
  'test/conversations.test.ts',
];

// Booting the embedded database takes seconds on two cores, so time-outs are generous; nothing here measures speed.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      // Reading the knowledge takes longer than most of these tests; nothing of theirs is left behind for the next file.
      { extends: true, test: { name: 'pure', include: pure, isolate: false } },
      { extends: true, test: { name: 'world', include: ['test/**/*.test.ts'], exclude: pure } },
    ],
  },
});
