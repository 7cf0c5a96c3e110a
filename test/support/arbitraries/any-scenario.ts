import fc from 'fast-check';
import { copiedScenario } from '../copied-scenario.ts';
import type { Declared } from '../played.ts';
import { smallScenario } from '../small-scenario.ts';
import { declaredScenario } from './scenario-arbitrary.ts';

const horizon = fc.integer({ min: 1, max: 40 }).map((days) => `${days} days`);

/**
 * Scenarios to play: small ones in which much happens (full stores, late jobs, failures), with and
 * without copies, and now and then one that may use anything the language has.
 */
export const anyScenario: fc.Arbitrary<Declared> = fc.oneof(
  { weight: 2, arbitrary: smallScenario },
  { weight: 1, arbitrary: copiedScenario },
  {
    weight: 1,
    arbitrary: fc
      .tuple(declaredScenario({ horizon }), horizon)
      .map(([declared, days]) => ({ horizon: days, ...declared })),
  },
);
