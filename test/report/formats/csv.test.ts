import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asCsv } from '../../../src/report/formats/csv.ts';
import { asJson } from '../../../src/report/formats/json.ts';
import { levelName } from '../../../src/report/tables/jobs.ts';
import { fixture } from '../fixture.ts';
import { hostileNames, STEERS } from '../hostile.ts';

type Row = Readonly<Record<string, string>>;

const rowsOf = (csv: string): readonly Row[] => parse(csv, { columns: true });

describe('the CSV', () => {
  it('has one header row and lines of one length', () => {
    const csv = asCsv(fixture());
    expect(csv.split('\n')[0]).toBe(
      'strategy,section,workload,item,name,unit,value,mean,p05,p50,p95,never',
    );
    expect(rowsOf(csv).length).toBeGreaterThan(200);
  });

  it('carries the same numbers as the JSON', () => {
    const result = fixture({ trials: 100 });
    const json = JSON.parse([...asJson(result)].join(''));
    const rows = rowsOf(asCsv(result));
    const find = (wanted: Row): Row | undefined =>
      rows.find((row) => Object.entries(wanted).every(([key, value]) => row[key] === value));
    for (const strategy of json.strategies) {
      const at = { strategy: strategy.name };
      const peak = find({ ...at, section: 'stored', name: 'peak' });
      expect({ ...peak }).toMatchObject({
        unit: 'bytes',
        value: String(strategy.stored.peak.p50),
        mean: String(strategy.stored.peak.mean),
        p05: String(strategy.stored.peak.p05),
        p95: String(strategy.stored.peak.p95),
      });
      for (const { workload, level, seconds, terms } of strategy.jobs) {
        const job = { ...at, workload, item: levelName(level) };
        expect(find({ ...job, section: 'jobs', name: 'time' })?.p50).toBe(String(seconds.p50));
        for (const [term, value] of Object.entries<{ mean: number }>(terms)) {
          expect(find({ ...job, section: 'terms', name: term })?.mean).toBe(String(value.mean));
        }
      }
      const full = find({ ...at, section: 'stored', name: 'full_on' });
      expect(full?.p50).toBe(strategy.stored.fullOn.p50 ?? '');
      expect(full?.never).toBe(String(strategy.stored.fullOn.never));
    }
  });

  it('names every figure once', () => {
    const keys = rowsOf(asCsv(fixture())).map((row) =>
      [row.strategy, row.section, row.workload, row.item, row.name].join('\u0000'),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('gives a spreadsheet no formula and a terminal no escape, whatever the names', () => {
    fc.assert(
      fc.property(hostileNames(), (names) => {
        const csv = asCsv(fixture({ names, workloads: names, title: names[0] ?? '' }));
        expect(csv).not.toMatch(STEERS);
        for (const row of rowsOf(csv)) {
          expect(Object.keys(row)).toHaveLength(12);
          for (const field of Object.values(row)) {
            if (!/^[=+\-@]/.test(field)) continue;
            expect(Number(field)).not.toBeNaN();
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
