import { defineConfig } from 'vitest/config';
import { EACH, ONCE } from './vitest.config.ts';

/** For `npm run fuzz`: as long as it is let. */
export default defineConfig({
  test: {
    ...ONCE,
    ...EACH,
    include: ['test/fuzz/*.fuzz.ts'],
    testTimeout: 0,
  },
});
