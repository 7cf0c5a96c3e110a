import { availableParallelism } from 'node:os';
import { defaultExclude, defineConfig } from 'vitest/config';

// The test processes inherit it from here; set any later, a process may already have read it.
process.env.TZ = 'UTC';

/** Milliseconds; the longest test takes half a minute on two cores that have nothing else to do. */
const HANGS = 600_000;

const report = process.env.BACKCAST_TEST_REPORT;

/**
 * Tests of what knows no clock, file or process: one file cannot disturb another, so they share what
 * they import.
 */
const PURE = [
  'test/{byte-path,escape,problem}.test.ts',
  'test/{calibration,catalog,exchange,gate,laws,library,model,oracles}/**/*.test.ts',
  'test/{random,report,scenario,simulation,stats,study,support/arbitraries,units}/**/*.test.ts',
];

/** Tests that start no program but backcast and its own tools. */
const OF_COMMANDS = [
  'test/{architecture,planning}.test.ts',
  'test/{bench,e2e,fuzz,golden,mutants}/**/*.test.ts',
  'test/benchmark/{datasets,run/lifecycle}/**/*.test.ts',
];

/** Tests of commands in this process: each has a host of its own, so they share what they import. */
const IN_PROCESS = [
  'test/cli/*.test.ts',
  'test/cli/{baseline,calibration,completion,diff,history,init,sweep}/**/*.test.ts',
];

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
      // What missing programs and rights can change are the last two alone (see `.ci/bare`).
      { test: { ...EACH, name: 'pure', include: PURE, isolate: false } },
      { test: { ...EACH, name: 'commands', include: OF_COMMANDS } },
      { test: { ...EACH, name: 'in-process', include: IN_PROCESS, isolate: false } },
      {
        test: {
          ...EACH,
          name: 'with-programs',
          include: ['test/**/*.test.ts'],
          exclude: [...PURE, ...OF_COMMANDS, ...IN_PROCESS, ...defaultExclude],
        },
      },
    ],
  },
});
