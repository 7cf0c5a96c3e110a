import { defineConfig } from 'vitest/config';
import usual from './vitest.config.ts';

/** For `npm run fuzz`: as long as it is let. */
export default defineConfig({
  test: {
    ...usual.test,
    include: ['test/fuzz/*.fuzz.ts'],
    testTimeout: 0,
  },
});
