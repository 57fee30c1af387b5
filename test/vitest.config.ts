import { defineConfig } from 'vitest/config';

// Booting the embedded database takes seconds on two cores, so time-outs are generous; nothing here measures speed.
export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
