import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultOf } from './fuzzer.ts';
import { FUZZERS, type Kind } from './kinds.ts';

/** Enough to meet what is broken for all; `npm run fuzz` goes on for as long as it is let. */
const TRIES: Readonly<Record<Kind, number>> = { scenarios: 25, plans: 25, prices: 25, swarm: 10 };

describe('a short hunt', () => {
  it.each(Object.keys(FUZZERS) as Kind[])('finds nothing among %s', async (kind) => {
    const fuzzer = FUZZERS[kind];
    await fc.assert(
      fc.asyncProperty(fuzzer.inputs, async (input) => {
        expect(await faultOf(fuzzer, input)).toBeNull();
      }),
      { numRuns: TRIES[kind] },
    );
  });
});
