import { describe, expect, it } from 'vitest';
import type { Recipe } from '../../../src/benchmark/datasets/recipe.ts';
import { MADE_DATASETS } from '../../../src/benchmark/datasets/recipe-fields.ts';
import { describe as told } from '../../../src/problem.ts';
import { choice } from '../../../src/scenario/language/choice.ts';
import { named } from '../../../src/scenario/language/declare.ts';
import { fromIssues } from '../../../src/scenario/reading/from-issue.ts';
import { parseSource } from '../../../src/scenario/reading/source.ts';

const expected = { what: 'a dataset', hint: 'write { files: 2000 }' };
const datasets = named(
  choice<Recipe>({ description: 'a dataset' }, expected, () => MADE_DATASETS),
  {
    description: 'datasets',
  },
);

/** The recipe of a text, or its problems without their places. */
function read(text: string): Recipe | readonly string[] | undefined {
  const source = parseSource(`x: ${text}`, 'bench.yaml');
  expect(source.problems).toEqual([]);
  const result = datasets.safeParse(source.value);
  if (result.success) return result.data.x;
  return fromIssues(result.error.issues, source).map((problem) => {
    expect(problem.hint, problem.message).toBeDefined();
    return told({ path: problem.path, message: problem.message });
  });
}

describe('recipes', () => {
  it('of files have defaults for all but their number', () => {
    expect(read('{ files: 2 thousand }')).toEqual({
      kind: 'files',
      files: 2000,
      sizes: [{ weight: 1, median: 8192, sigma: 1.5, largest: 3_304_889 }],
      depth: 4,
      compressibility: 2,
      duplicates: 0,
      hostileNames: false,
      change: { changed: 0.05, added: 0.01, removed: 0.01, renamed: 0.01, within: null },
    });
  });

  it('of files say all that can be said', () => {
    const text = `
  files: 20
  size: [{ weight: 90 %, median: 8 KiB, p95: 400 KiB }, { weight: 10 %, median: 1 MiB, sigma: 0, largest: 1 MiB }]
  depth: 0
  compressibility: 1.5:1
  duplicates: 10 %
  names: hostile
  change: { changed: 5 %, within: { share: 10 % } }`;
    const recipe = read(text);
    expect(recipe).toMatchObject({
      sizes: [
        { weight: 0.9, median: 8192 },
        { weight: 0.1, median: 2 ** 20, sigma: 0, largest: 2 ** 20 },
      ],
      depth: 0,
      compressibility: 1.5,
      duplicates: 0.1,
      hostileNames: true,
      change: {
        changed: 0.05,
        added: 0,
        removed: 0,
        renamed: 0,
        within: { share: 0.1, block: 4096 },
      },
    });
    // 400 KiB is 50 times the median; 1.645 is the 95 % point of a normal number.
    const sigma = (recipe as unknown as { sizes: { sigma: number }[] }).sizes[0]?.sigma;
    expect(sigma).toBeCloseTo(Math.log(50) / 1.6449, 3);
  });

  it('of files of one size', () => {
    const sizes = [{ weight: 1, median: 4096, sigma: 0, largest: 4096 }];
    expect(read('{ files: 3, size: 4 KiB }')).toMatchObject({ sizes });
  });

  it('of checkpoints', () => {
    expect(read('{ checkpoint: { shard: 64 MiB } }')).toEqual({
      kind: 'checkpoint',
      shards: 4,
      shard: 2 ** 26,
      type: 'bf16',
      changed: 0.01,
    });
    const text = '{ checkpoint: { shards: 1, shard: 1 GiB, type: f32, changed: 25 % } }';
    expect(read(text)).toMatchObject({ shards: 1, type: 'f32', changed: 0.25 });
  });

  it.each([
    ['{ size: 8 KiB }', ['x.files: is missing']],
    ['{ files: 1.5 }', ['x.files: must be a whole number']],
    ['{ files: 0 }', ['x.files: must be at least 1']],
    ['{ files: 2 million }', ['x.files: must be at most 1000000']],
    ['{ files: 2, sise: 8 KiB }', ['x.sise: is not a field here']],
    ['{ files: 2, size: 8192 }', ['x.size: 8192 has no unit']],
    ['{ files: 2, size: { median: 8 KiB } }', ['x.size.sigma: is missing']],
    [
      '{ files: 2, size: { median: 8 KiB, sigma: 1, p95: 9 KiB } }',
      ['x.size.p95: stands beside sigma'],
    ],
    ['{ files: 2, size: { median: 8 KiB, p95: 7 KiB } }', ['x.size.p95: is less than the median']],
    [
      '{ files: 2, size: { median: 8 KiB, sigma: 1, largest: 1 KiB } }',
      ['x.size.largest: is less than the median'],
    ],
    [
      '{ files: 2, size: [{ weight: 60 %, median: 8 KiB, sigma: 1 }] }',
      ['x.size: has weights that add up to 60 %'],
    ],
    ['{ files: 2, size: [] }', ['x.size: should have at least 1 entry']],
    [
      '{ files: 2, size: true }',
      ['x.size: should be a size, or how sizes are distributed, not true'],
    ],
    [
      '{ files: 2, depth: 21, compressibility: 0.5, duplicates: 95 %, names: odd }',
      [
        'x.depth: must be at most 20',
        'x.compressibility: must be at least 1',
        'x.duplicates: must be at most 90 %',
        'x.names: "odd" is not one of the choices',
      ],
    ],
    [
      '{ files: 2, change: { changed: 60 %, removed: 30 %, renamed: 20 % } }',
      ['x.change: has more changed, removed and renamed files than there are'],
    ],
    ['{ files: 2, change: { changed: 101 % } }', ['x.change.changed: must be at most 100 %']],
    [
      '{ files: 2, change: { within: { share: 0, block: 100 B } } }',
      [
        'x.change.within.share: must be more than 0 %',
        'x.change.within.block: must be at least 512 B',
      ],
    ],
    [
      '{ files: 2, change: { within: { share: 1 %, block: 4 kB } } }',
      ['x.change.within.block: must be a multiple of 64 B'],
    ],
    ['{ checkpoint: {} }', ['x.checkpoint.shard: is missing']],
    ['{ checkpoint: { shard: 5001 B } }', ['x.checkpoint.shard: must be a multiple of 8 B']],
    [
      '{ checkpoint: { shard: 1 KiB, shards: 0, type: f8 } }',
      [
        'x.checkpoint.shards: must be at least 1',
        'x.checkpoint.shard: must be at least 4 KiB',
        'x.checkpoint.type: "f8" is not one of the choices',
      ],
    ],
    ['{ checkpoint: { shard: 1 MiB }, files: 3 }', ['x.files: is not a field here']],
    ['7', ['x: should be a dataset, not a number']],
  ])('%s: %s', (text, problems) => {
    expect(read(text)).toEqual(problems);
  });
});
