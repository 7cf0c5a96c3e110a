import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newArena } from '../../../src/simulation/arena.ts';
import { anyScenario } from '../../support/arbitraries/any-scenario.ts';
import { planOf, runOf } from '../../support/played.ts';

describe('room that runs take over from each other', () => {
  it('changes nothing, also where other strategies were played in it', () => {
    const arena = newArena();
    fc.assert(
      fc.property(anyScenario, fc.nat(20), fc.boolean(), (declared, number, packs) => {
        const plan = planOf(declared);
        for (const { name } of plan.strategies) {
          const play = {
            strategy: name,
            replication: { kind: 'trial', number },
            sumsOnly: true,
            packFrom: packs ? 0 : Infinity,
          } as const;
          const alone = runOf(plan, play);
          expect(runOf(plan, { ...play, arena })).toEqual(alone);
        }
      }),
      { numRuns: 30 },
    );
  });
});
