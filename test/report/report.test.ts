import { describe, expect, it } from 'vitest';
import { usualJob } from '../../src/report/compare.ts';
import type { Cell } from '../../src/report/figure.ts';
import { reportOf } from '../../src/report/report.ts';
import type { Table } from '../../src/report/table.ts';
import { fixture } from './fixture.ts';

const ORDER = ['nightly-incremental', 'weekly-full', 'forever-dedup'];

const tablesOf = (trials = 1): readonly Table[] => {
  const report = reportOf(fixture({ trials }), { order: ORDER });
  return [
    report.comparison,
    report.workloads,
    ...report.strategies.flatMap(({ tables }) => tables),
    report.warnings,
    report.defaults,
  ];
};

const tableOf = (key: string, trials = 1): Table => {
  const found = tablesOf(trials).find((table) => table.key === key);
  if (!found) throw new Error(`no table ${key}`);
  return found;
};

const KINDS: Readonly<Record<string, readonly Cell['kind'][]>> = {
  words: ['text', 'name', 'verdict', 'none'],
  day: ['date', 'none'],
  instant: ['date', 'none'],
  mixed: ['figure', 'none'],
};

describe('the tables', () => {
  it('have cells of the dimension that their column states, and keys that are told apart', () => {
    for (const { columns, rows } of tablesOf()) {
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      for (const row of rows) {
        expect(row).toHaveLength(columns.length);
        for (const [index, cell] of row.entries()) {
          const { dimension } = columns[index] ?? { dimension: 'words' };
          expect(KINDS[dimension] ?? ['figure', 'none']).toContain(cell.kind);
          const unitFits = cell.kind !== 'figure' || [cell.unit, 'mixed'].includes(dimension);
          expect(unitFits).toBe(true);
        }
      }
    }
  });

  it('take names from the file as names, so that no renderer trusts them', () => {
    const trusted = tablesOf().flatMap(({ rows }) =>
      rows.flat().flatMap((cell) => (cell.kind === 'text' ? [cell.text] : [])),
    );
    for (const name of [...ORDER, 'ledger', 'documents', 'disk', 'wan']) {
      expect(trusted).not.toContain(name);
    }
  });

  it('sum up what is kept by reason instead of listing it', () => {
    const rows = tableOf('retention').rows.map((row) =>
      row
        .slice(0, 3)
        .map((cell) => (cell.kind === 'figure' ? cell.value.p50 : 'text' in cell && cell.text)),
    );
    expect(rows).toContainEqual(['ledger', 'a kept point needs it', 3]);
    expect(rows).toContainEqual(['ledger', 'daily', 37]);
    expect(rows).toContainEqual(['ledger', 'weekly', 5]);
    expect(rows).toHaveLength(6);
  });

  it('say so where trials kept no list', () => {
    const { rows, notes } = tableOf('retention', 100);
    expect(rows).toEqual([]);
    expect(notes.join()).toContain('trials keep no list');
  });
});

describe('the usual job', () => {
  it('is the level that runs most often, of the workload where it takes longest', () => {
    const [first] = fixture().strategies.filter(({ name }) => name === 'nightly-incremental');
    const usual = usualJob(first?.jobs ?? []);
    expect([usual?.workload, usual?.level]).toEqual(['ledger', 'incremental']);
  });

  it('is the seed only where nothing else ran', () => {
    const jobs = fixture().strategies[0]?.jobs.filter(({ level }) => level === 'seed') ?? [];
    expect(usualJob(jobs)?.level).toBe('seed');
    expect(usualJob([])).toBeUndefined();
  });
});
