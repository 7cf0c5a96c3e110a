import { describe, expect, it } from 'vitest';
import { office, problemsIn } from '../../support/problems-in.ts';

/** Problems of one workload, by their place and message. */
const problems = (workload: string): readonly (readonly [string, string])[] =>
  problemsIn(office({ workloads: `{ a: ${workload} }` })).map(({ path, message }) => [
    path.replace('workloads.a.', ''),
    message,
  ]);

describe('what gives a workload its size', () => {
  it.each([
    '{ checkpoints: { parameters: 405 billion } }',
    '{ checkpoints: { parameters: 70 billion, kind: weights-only, changed: 1 %, every: 432 s } }',
    '{ vectors: { count: 1 billion, dimensions: 1536, hnsw: 32, metadata: 10 % } }',
    '{ tokens: { per-day: 776 billion, held: 180 d } }',
    '{ size: 1 TB, tokens: { per-day: 776 billion, bytes: 4 B } }',
    '{ vectors: { count: 1 million, dimensions: 8 }, tokens: { per-day: 1 million } }',
  ])('%s', (workload) => {
    expect(problems(workload)).toEqual([]);
  });

  it.each([
    ['{ tokens: { per-day: 1 billion } }', 'size', 'is missing'],
    ['{ size: 1 TB, checkpoints: { parameters: 1 billion } }', 'checkpoints', 'stands beside size'],
    [
      '{ vectors: { count: 1, dimensions: 8 }, checkpoints: { parameters: 1 } }',
      'vectors',
      'stands beside checkpoints',
    ],
    [
      '{ checkpoints: { parameters: 1, changed: 1 % }, change: 2 %/day }',
      'checkpoints.changed',
      'stands beside change',
    ],
    ['{ size: 1 TB, growth: 1 GB/day, tokens: { per-day: 5 } }', 'tokens', 'stands beside growth'],
    ['{ size: 1 TB, tokens: { per-day: 5, held: 9 d } }', 'tokens.held', 'stands beside size'],
    [
      '{ checkpoints: { parameters: 1, changed: 1 %, keep-last: 3 } }',
      'checkpoints.changed',
      'stands beside keep-last: each checkpoint is a file of its own',
    ],
    [
      '{ checkpoints: { parameters: 1, every: 1 h } }',
      'checkpoints.every',
      'says nothing without changed',
    ],
    ['{ tokens: { per-day: 5, held: 1 d } }', 'tokens.held', 'must be more than 1 d'],
    ['{ vectors: { count: 0, dimensions: 8 } }', 'vectors.count', 'must be more than 0'],
  ])('%s: %s %s', (workload, path, message) => {
    expect(problems(workload)).toContainEqual([path, message]);
  });

  it('an unknown kind of checkpoint and one without parameters', () => {
    expect(problems('{ checkpoints: { kind: bf17 } }').map(([path]) => path)).toEqual([
      'checkpoints.parameters',
      'checkpoints.kind',
    ]);
  });
});
