import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import type { Declared } from '../../support/played.ts';

/** The problems of a plan with one field more, each with its hint. */
const told = (strategy: Declared, workload: Declared = {}): string[] => {
  const read = readScenario(
    JSON.stringify({
      start: '2026-01-05',
      workloads: { data: { size: '1 TB', ...workload } },
      stores: { disk: {}, far: {} },
      strategies: { plan: { to: 'disk', full: 'daily at 01:00', ...strategy } },
    }),
    'plan.yaml',
  );
  return read.ok ? [] : read.problems.map(({ path, hint }) => `${path}: ${hint}`);
};

describe('a field that stands elsewhere', () => {
  it.each<[string, Declared]>([
    ['strategies.plan.schedule: say when each kind is made', { schedule: 'daily' }],
    ['strategies.plan.retention: keep says which points stay', { retention: '30 d' }],
    ['strategies.plan.encryption: a tool does it', { encryption: 'aes' }],
    ['strategies.plan.rto: promises stand in objectives', { rto: '4 h' }],
    [
      'strategies.plan.copies[0].window: a copy has no window',
      { copies: [{ to: 'far', window: '22:00-06:00' }] },
    ],
    ['strategies.plan.keep: write for example { daily: 30 }', { keep: '30 d' }],
  ])('%s', (message, strategy) => {
    expect(told(strategy)).toEqual([expect.stringContaining(message)]);
  });

  it('is told of a workload as well', () => {
    expect(told({}, { dedup: '3:1' })).toEqual([
      expect.stringContaining('workloads.data.dedup: duplicates is the share'),
    ]);
  });
});
