import { describe, expect, it } from 'vitest';
import { keepsPromises } from '../../src/report/answer-advice.ts';
import { oneWorkload } from '../support/one-workload.ts';
import { type Declared, resultOf, strategyOf } from '../support/played.ts';

const small = { full: 'never', incremental: 'daily at 00:00', keep: { last: 2 } };
const large = { full: 'daily at 00:00', keep: { last: 5 } };
const advised = async (strategies: Declared, more: Declared = {}) =>
  resultOf(oneWorkload({ workload: { change: '1 %/day' }, ...more, strategies }));

describe('the strategy to take', () => {
  it('is the one that needs the least room of those that keep every promise', async () => {
    const { advice } = await advised({ small, large }, { objectives: { rpo: '24 h' } });
    expect(advice.take).toBe('small');
    expect(advice.why).toContain('of the 2 that do, it needs the least room');
  });

  it('is the larger one where only that keeps the promise', async () => {
    const weekly = { full: 'weekly on Monday at 00:00', keep: { last: 1 } };
    const { advice } = await advised({ weekly, large }, { objectives: { rpo: '24 h' } });
    expect(advice).toMatchObject({ take: 'large' });
    expect(advice.why).toContain('the only one');
  });

  it('is one that never fills a store, if there is one', async () => {
    const stores = { disk: { write: '1 GB/s', capacity: '3 TB' } };
    const { advice } = await advised({ small, large }, { stores });
    expect(advice.take).toBe('small');
    const alone = await advised({ large }, { stores });
    expect(alone.advice.why).toContain('a store is full before the end');
  });

  it('is none where no strategy keeps every promise; the nearest is named with what it misses', async () => {
    const objectives = { rpo: '12 h', fill: '90 %' };
    const stores = { disk: { write: '1 GB/s', capacity: '3 TB' } };
    const result = await advised({ small, large }, { objectives, stores });
    expect(result.advice.take).toBeNull();
    expect(result.advice.why).toContain('small comes nearest and misses rpo');
    expect(keepsPromises(strategyOf(result, 'small'))).toBe(false);
  });

  it('is none where nothing is kept, even without a promise', async () => {
    const none = { ...large, window: '00:00-00:01', overrun: { window: 'cut' } };
    const result = await advised({ none });
    expect(result.advice).toMatchObject({ take: null });
    expect(result.advice.why).toContain('it keeps no point');
  });
});
