import { defineConfig } from 'vitest/config';
import { EACH, ONCE } from './vitest.config.ts';

/** For `npm run slow`: one after the other, since they are many processes each. */
export default defineConfig({
  test: {
    ...ONCE,
    ...EACH,
    include: ['test/slow/*.slow.ts'],
    maxWorkers: 1,
    testTimeout: 7_200_000,
  },
});
