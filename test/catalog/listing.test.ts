import { describe, expect, it } from 'vitest';
import { ENTRIES, entriesNamed } from '../../src/catalog/entry.ts';
import { figureRows, show } from '../../src/catalog/listing.ts';

describe('figureRows', () => {
  it('has a row for every figure of every entry, and none is blank', () => {
    for (const entry of ENTRIES) {
      const rows = figureRows(entry);
      expect(rows[0]).toMatchObject({ figure: 'title', value: entry.data.title });
      for (const { figure, value, source, grade, date } of rows) {
        expect(figure).not.toBe('');
        expect(value).toMatch(/\S/);
        expect(value).not.toContain('[object');
        expect([source, grade, date].filter((cell) => cell === '').length % 3).toBe(0);
      }
    }
  });

  it('writes a nested figure under its path', () => {
    const rows = entriesNamed('restic').flatMap(figureRows);
    expect(rows.find(({ figure }) => figure === 'granularity')?.value).toBe('chunk');
    expect(rows.find(({ figure }) => figure === 'granularity: mean')?.value).toBe('1.5 MiB');
    expect(rows.find(({ figure }) => figure === 'scan rate')).toMatchObject({
      value: '4170 /s',
      grade: 'assumption',
      source: 'borg docs, FAQ',
    });
  });
});

describe('the rows of a rule', () => {
  it('give each clause with the grade of its number', () => {
    const rows = entriesNamed('us.sec.17a-4').flatMap(figureRows);
    expect(rows.map(({ figure, grade }) => [figure, grade])).toEqual([
      ['title', ''],
      ['title in Chinese', ''],
      ['sector', ''],
      ['edition', ''],
      ['clause 1', 'secondary'],
      ['clause 2', 'secondary'],
      ['clause 3', 'published'],
      ['clause 4', 'published'],
      ['notes', ''],
    ]);
    expect(rows[4]).toMatchObject({
      value: 'Records are kept for at least 6 years.',
      source: '17 CFR 240.17a-4, as amended in 2022 (87 FR 66412)',
      date: '2023-01-03',
    });
  });
});

describe('a series of figures with one source', () => {
  it('is one row', () => {
    const rows = entriesNamed('lto-9-hh').flatMap(figureRows);
    expect(rows.filter(({ figure }) => figure === 'steps')).toMatchObject([
      {
        value: '284 MB/s, 263 MB/s, 244 MB/s, 223 MB/s, 203 MB/s, 177 MB/s',
        grade: 'excerpt',
        source: 'IBM, Speed matching (STAKKZ)',
      },
    ]);
  });
});

describe('show', () => {
  it.each([
    [285e6, 'B/s', '285 MB/s'],
    [24e12, 'B', '24 TB'],
    [2 ** 21, 'B', '2 MiB'],
    [0, 'B', '0 B'],
    [0, 's', '0 s'],
    [0.00078, 's', '0.78 ms'],
    [0.949, 'share', '94.9 %'],
    [0.003, 'share/day', '0.3 %/day'],
    [2.887, 'ratio', '2.89'],
    [4166.67, '/s', '4170 /s'],
    [1e-20, '/bit', '1e-20 a bit'],
    [20_000, 'times', '20000'],
    [94, 'USD', '94 USD'],
  ] as const)('%d %s is %s', (value, unit, text) => {
    expect(show({ value, unit })).toBe(text);
  });
});
