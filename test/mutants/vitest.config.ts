import { defineConfig } from 'vitest/config';
import { EACH } from '../../vitest.config.ts';

/** The tests of one room alone, with no servers. */
export default defineConfig({
  test: {
    ...EACH,
    include: (process.env.BACKCAST_MUTANTS ?? '').split(','),
    globalSetup: ['test/support/choose-seed.ts'],
  },
});
