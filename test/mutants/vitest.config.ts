import { defineConfig } from 'vitest/config';
import whole from '../../vitest.config.ts';

/** The tests of one room alone, with no servers. */
export default defineConfig({
  test: {
    ...whole.test,
    include: (process.env.BACKCAST_MUTANTS ?? '').split(','),
    globalSetup: ['test/support/choose-seed.ts'],
    reporters: ['default'],
  },
});
