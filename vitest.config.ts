import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The test processes inherit it from here; set any later, a process may already have read it.
process.env.TZ = 'UTC';

/** Milliseconds; the longest test takes half a minute on two cores that have nothing else to do. */
const HANGS = 600_000;

const report = process.env.BACKCAST_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: [
      'test/support/choose-seed.ts',
      'test/support/programs/list-skipped.ts',
      'test/support/programs/state-home.ts',
      'test/support/servers/share-s3.ts',
    ],
    setupFiles: ['test/support/seed.ts', 'test/support/programs/own-state.ts'],
    // Tests of real backups wait for servers and limits most of their time.
    maxWorkers: availableParallelism() + 1,
    // Nothing is timed by a test; this only ends what hangs, on a slow and busy machine too.
    testTimeout: HANGS,
    hookTimeout: HANGS,
    expect: { poll: { timeout: HANGS } },
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
