import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// The test processes inherit it from here; set any later, a process may already have read it.
process.env.TZ = 'UTC';

const report = process.env.BACKCAST_TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/choose-seed.ts', 'test/support/servers/share-s3.ts'],
    setupFiles: ['test/support/seed.ts'],
    // Tests of real backups wait for servers and limits most of their time.
    maxWorkers: availableParallelism() + 1,
    // Nothing is timed by a test; this only ends what hangs, on a busy machine too.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
  },
});
