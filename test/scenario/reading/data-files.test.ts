import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplesOf } from '../../../src/scenario/language/uncertain.ts';
import {
  type DataFile,
  dataFilesOf,
  readHistory,
  readSamples,
  type SeriesFile,
  sampleLines,
} from '../../../src/scenario/reading/data-files.ts';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { RATIO, SIZE } from '../../../src/units/dimensions.ts';
import { office } from '../../support/problems-in.ts';

function filesIn(text: string): readonly DataFile[] {
  const read = readScenario(text, 'x.yaml');
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return dataFilesOf(read.value.scenario);
}

describe('dataFilesOf', () => {
  it.each([
    ['size: { sample: f.csv }', 'size.sample'],
    ['size: 1 TB, growth: { sample: f.csv }', 'growth.sample'],
    ['size: 1 TB, change: { per-day: { sample: f.csv } }', 'change.per-day.sample'],
    ['size: 1 TB, change: { per-run: { sample: f.csv } }', 'change.per-run.sample'],
    ['change: { series: f.csv }', 'change.series'],
  ])('names the field as it is written: %s', (fields, path) => {
    const files = filesIn(office({ workloads: `{ amount: { ${fields} } }` }));
    expect(files).toMatchObject([{ path: `workloads.amount.${path}`, file: 'f.csv' }]);
  });

  it('finds files in strategies and links, and none where there is none', () => {
    expect(filesIn(office())).toEqual([]);
    const strategies =
      '{ s: { full: daily, failure: { sample: a.csv }, verify: { rate: { sample: b.csv } } } }';
    expect(filesIn(office({ strategies })).map(({ path }) => path)).toEqual([
      'strategies.s.verify.rate.sample',
      'strategies.s.failure.sample',
    ]);
  });
});

describe('samples', () => {
  it('are the lines of a file, in base units, without comments', () => {
    const lines = sampleLines('# measured\r\n1 TB\r\n\r\n  500 GB  \n');
    expect(samplesOf(SIZE, lines)).toEqual([1e12, 5e11]);
  });

  it('are refused where one is no value, or there are none', () => {
    expect(samplesOf(SIZE, ['1 TB', 'secret'])).toBeUndefined();
    expect(samplesOf(SIZE, ['1'])).toBeUndefined();
    expect(samplesOf(SIZE, [])).toBeUndefined();
  });

  it('stay within the limits of the field, and are counted where they do not', () => {
    const file = {
      kind: 'samples',
      path: 'a',
      file: 'f.csv',
      base: RATIO,
      limits: { min: 1 },
    } as const;
    expect(readSamples('# ratios\n1.5\n2:1\n', file)).toEqual({ ok: true, value: ['1.5', '2:1'] });
    for (const [text, wrong] of [
      ['1.5\n0.5\n', 'value 2 must be at least 1'],
      ['secret\n', 'value 1 is not a ratio'],
      ['# none\n', 'holds no values'],
    ] as const) {
      const hint = 'write one value a line, such as 2.2';
      const problems = [{ path: 'a', message: `f.csv: ${wrong}`, hint }];
      expect(readSamples(text, file)).toEqual({ ok: false, problems });
    }
  });
});

const HISTORY: SeriesFile = {
  path: 'workloads.a.change.series',
  file: 'h.csv',
  kind: 'series',
  zone: 'UTC',
};

describe('readHistory', () => {
  it('reads units in the cell or behind the name', () => {
    const text =
      '# a comment\ndate,size_GiB,added,changed\n2026-01-01,1,0 B,\n2026-02-01,2,1 GB,3 MB\n';
    expect(readHistory(text, HISTORY)).toEqual({
      ok: true,
      value: {
        times: [Date.UTC(2026, 0, 1) / 1000, Date.UTC(2026, 1, 1) / 1000],
        sizes: [2 ** 30, 2 ** 31],
        changed: [0, 1.003e9],
      },
    });
  });

  it.each([
    ['', /needs a header/],
    ['date,size\n2026-01-01,1 GB\n', /at least two states/],
    ['date,size\nsecret,1 GB\n2026-01-02,1 GB\n', /state 1 has no date/],
    ['date,size\n2026-01-01,1\n2026-01-02,secret\n', /state 1 has no size with a unit/],
    ['date,size\n2026-01-02,1 GB\n2026-01-01,1 GB\n', /dates do not rise/],
    ['date,size\n2026-01-02,-1 GB\n2026-01-03,1 GB\n', /state 1 has no size/],
    ['"secret', /is not CSV/],
  ])('says what is wrong with %j', (text, message) => {
    const read = readHistory(text, HISTORY);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems[0]).toMatchObject({ path: HISTORY.path, hint: /\w/ });
    if (!read.ok) expect(read.problems[0]?.message).toMatch(message);
  });

  it('never quotes what is in the file', () => {
    const secret = 'hunter2-is-my-password';
    const cell = fc.constantFrom(secret, `${secret} GB`, `"${secret}`, '2026-01-01', '1 GB', '');
    const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','));
    const header = fc.constantFrom('date,size', 'date,size_GB,added', `date,${secret}`, secret);
    fc.assert(
      fc.property(header, fc.array(row, { maxLength: 5 }), (first, rows) => {
        const read = readHistory([first, ...rows].join('\n'), HISTORY);
        if (!read.ok) expect(JSON.stringify(read.problems)).not.toContain(secret);
      }),
    );
  });
});
