import { describe, expect, it } from 'vitest';
import { describe as told } from '../../../src/problem.ts';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { readPriceBook } from '../../../src/scenario/reading/read-price-book.ts';
import { compile } from '../../../src/simulation/compile/compile.ts';
import { office } from '../../support/problems-in.ts';

/** What `check` says of a text, problem by problem, without its place. */
function saidOf(text: string): readonly string[] {
  const read = readScenario(text, 'office.yaml');
  const problems = read.ok
    ? compile(read.value.scenario, { samples: new Map(), series: new Map(), prices: null })
    : { ok: false as const, problems: read.problems };
  return problems.ok ? [] : problems.problems.map(({ place: _, ...problem }) => told(problem));
}

const DATA = 'workloads.files';
const data = (fields: string) => ({ workloads: `{ files: { size: 1 TB, ${fields} } }` });
const plan = (fields: string) => ({ strategies: `{ nightly: { incremental: daily, ${fields} } }` });
const slip = (fields: string) => ({
  disasters: `{ slip: { scope: workload, per-year: 1, ${fields} } }`,
});

describe('a number beyond what a file may state', () => {
  it.each([
    [slip('decide: 1e300 h'), 'disasters.slip.decide: is too large; write at most 3650000 d'],
    [slip('dwell: 1e-300 s'), 'disasters.slip.dwell: is too small; write at least 0.000001 ms'],
    [data('files: 1e300'), `${DATA}.files: is too large; write at most 1000000000000000000`],
    [data('growth: 1e300 GB/day'), `${DATA}.growth: is too large; write at most 1000000 TB/s`],
    [data('growth: 1e300 %/day'), `${DATA}.growth: is too large; write at most 8640000 %/day`],
    [data('read: 5e-324 GB/s'), `${DATA}.read: is too small; write at least 1e-9 B/s`],
    [data('read: 1e18 B/s ± 20 %'), /^workloads\.files\.read: ± 20 % reaches above what is poss/],
    [data('change: 1e30 TB/day'), `${DATA}.change: is too large; write at most 1000000 EB`],
    [
      plan('verify: { method: md5, rate: 5e-324 GB/s }'),
      /verify\.rate: is too small; .*1e-9 B\/s$/,
    ],
    [plan('lock: 1e12 years'), /lock: is too large; write at most 3650000 d$/],
    [plan('keep: { points: 1e30 }'), /keep\.points: is too large; write at most 1000000/],
    [{ cost: '{ staff-hours: 1e308 }' }, /^cost\.staff-hours: must be at most 1000000;/],
    [{ cost: '{ staff: 1e16 USD/h }' }, 'cost.staff: is too large; write at most 1000000000000000'],
    [{ cost: '{ staff: 1e-13 USD/h }' }, 'cost.staff: is too small; write at least 1e-12, or 0'],
    [
      { operations: '{ drills: every 1e300 days }' },
      'operations.drills: is too large; write at most 3650000 d',
    ],
    [
      { strategies: '{ nightly: { incremental: every 1e300 days } }' },
      'strategies.nightly.incremental: is too large; write at most 3650000 d',
    ],
    [
      {
        sites: '{ a: {}, b: {} }',
        links: '{ wan: { between: [a, b], rate: 1 GB/s, throttle: { 08:00-18:00: 1e290 TB/s } } }',
      },
      /^links\.wan\.throttle\.08:00-18:00: is too large;/,
    ],
    [{ objectives: '{ protected-by: 1e300 d }' }, /^objectives\.protected-by: is no date/],
  ] as const)('%j is refused, with what to write', (lines, said) => {
    const [first = '', ...more] = saidOf(office(lines));
    if (typeof said === 'string') expect(first).toBe(said);
    else expect(first).toMatch(said);
    expect(more.filter((one) => !one.includes('site'))).toEqual([]);
  });

  it.each([
    // 5 per day for 200 years is 1e56 850, and 1 TB of tokens a day for 1e9 of 1e12 bytes each.
    [
      { ...data('growth: 500 %/day'), horizon: '200 years' },
      /files\.growth: grows to more than 1000/,
    ],
    [
      { workloads: '{ files: { checkpoints: { parameters: 1e18, bytes-per-parameter: 1 EB } } }' },
      /files\.checkpoints: comes to more than 1000000 EB, which is too large;/,
    ],
    [
      { workloads: '{ files: { tokens: { per-day: 1e18, bytes: 1 EB, held: 2 d } } }' },
      /files\.tokens: comes to more than/,
    ],
  ] as const)('that several fields make is refused as well: %j', (lines, said) => {
    expect(saidOf(office(lines))).toEqual([expect.stringMatching(said)]);
  });

  it('is refused in a price book', () => {
    const book = (price: string) =>
      `as-of: 2026-01-31\ncurrency: USD\nprices:\n  cloud/aws-s3-standard: { put: ${price} }\n`;
    const said = (price: string) => {
      const read = readPriceBook(book(price), 'prices.yaml');
      return read.ok ? [] : read.problems.map(told);
    };
    expect(said('1e16 USD/1000')).toEqual([expect.stringContaining('is too large; write at most')]);
    expect(said('1e15 USD/1000')).toEqual([]);
  });

  it('is taken at the ends of the range, and 0 everywhere that it means something', () => {
    expect(saidOf(office(data('files: 1e18, read: 1e18 B/s, growth: 0 B/day')))).toEqual([]);
    expect(saidOf(office(data('size-of-nothing: 0')))).toHaveLength(1);
    expect(saidOf(office(slip('decide: 10000 years, dwell: 0 s, provision: 1e-9 s')))).toEqual([]);
  });
});
