import { availableParallelism } from 'node:os';
import { defaultExclude, defineConfig } from 'vitest/config';

// The test processes inherit it from here; set any later, a process may already have read it.
process.env.TZ = 'UTC';

/** Milliseconds; the longest test takes half a minute on two cores that have nothing else to do. */
const HANGS = 600_000;

const report = process.env.BACKCAST_TEST_REPORT;

/**
 * Tests of what knows no clock, file or process: one file cannot disturb another, so they share what
 * they import, and no missing program or right can change them (see `.ci/bare`).
 */
const PURE = [
  ...['calibration', 'catalog', 'exchange', 'gate', 'laws', 'library', 'model', 'oracles'],
  ...['random', 'report', 'scenario', 'simulation', 'stats', 'study', 'units'],
].map((room) => `test/${room}/**/*.test.ts`);

/** What every test file has. */
export const EACH = {
  setupFiles: ['test/support/seed.ts', 'test/support/programs/own-state.ts'],
  // Nothing is timed by a test; this only ends what hangs, on a slow and busy machine too.
  testTimeout: HANGS,
  hookTimeout: HANGS,
  expect: { poll: { timeout: HANGS } },
};

/** What a whole run has once. */
export const ONCE = {
  globalSetup: [
    'test/support/choose-seed.ts',
    'test/support/programs/list-skipped.ts',
    'test/support/programs/state-home.ts',
    'test/support/servers/share-s3.ts',
  ],
  // Tests of real backups wait for servers and limits most of their time.
  maxWorkers: availableParallelism() + 1,
};

export default defineConfig({
  test: {
    ...ONCE,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    projects: [
      { test: { ...EACH, name: 'pure', include: PURE, isolate: false } },
      {
        test: {
          ...EACH,
          name: 'with-programs',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, ...defaultExclude],
        },
      },
    ],
  },
});
