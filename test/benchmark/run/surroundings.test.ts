import { describe, expect, it } from 'vitest';
import { settleCache } from '../../../src/benchmark/run/surroundings.ts';
import type { CacheState } from '../../../src/host/host.ts';
import { captured } from '../../cli/captured.ts';

const COLD: CacheState = { state: 'cold', by: 'caches dropped' };

function settled(cache: Parameters<typeof settleCache>[1], isHere: boolean) {
  const did: string[] = [];
  const dropCaches = async () => {
    did.push('dropped');
    return COLD;
  };
  const warm = async () => {
    did.push('read');
  };
  const state = settleCache({ ...captured().host, dropCaches }, cache, isHere ? warm : null);
  return { did, state };
}

describe('the cache before a step', () => {
  it.each([
    ['warm', true, ['read'], 'warm'],
    ['cold', true, ['dropped'], 'cold'],
    ['as it is', true, [], 'uncontrolled'],
    ['warm', false, [], 'uncontrolled'],
    // Those of this machine are emptied; of the other's nothing is known.
    ['cold', false, ['dropped'], 'uncontrolled'],
  ] as const)('that should be %s, of what is here: %s', async (cache, isHere, done, state) => {
    const { did, state: found } = settled(cache, isHere);
    expect((await found).state).toBe(state);
    expect(did).toEqual(done);
  });
});
