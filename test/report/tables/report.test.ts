import { describe, expect, it } from 'vitest';
import { usualJob } from '../../../src/report/answer/usual-job.ts';
import type { Cell } from '../../../src/report/result/figure.ts';
import { reportOf } from '../../../src/report/tables/report.ts';
import { retentionTable } from '../../../src/report/tables/retention.ts';
import type { Head, Table } from '../../../src/report/tables/table.ts';
import { fixture } from '../fixture.ts';

const ORDER = ['nightly-incremental', 'weekly-full', 'forever-dedup'];

const tablesOf = (trials = 1): readonly Table[] => {
  const report = reportOf(fixture({ trials }));
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

const KINDS: Readonly<Record<Head['cells'], readonly Cell['kind'][]>> = {
  words: ['text', 'name', 'verdict', 'none'],
  figures: ['figure', 'date', 'none'],
  days: ['date', 'none'],
  'by row': ['figure', 'none'],
};

/** What the cells of a column are counted in; dates are in no unit. */
const unitsOf = ({ rows }: Table, index: number): ReadonlySet<string> =>
  new Set(
    rows.flatMap((row) => {
      const cell = row[index];
      return cell?.kind === 'figure' ? [cell.unit] : cell?.kind === 'date' ? ['date'] : [];
    }),
  );

describe('the tables', () => {
  it('have cells of the kind that their column states, and keys that are told apart', () => {
    for (const table of tablesOf()) {
      const { columns, rows } = table;
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      for (const row of rows) expect(row).toHaveLength(columns.length);
      for (const [index, { cells }] of columns.entries()) {
        for (const row of rows) expect(KINDS[cells]).toContain(row[index]?.kind);
        if (cells !== 'by row') expect(unitsOf(table, index).size).toBeLessThanOrEqual(1);
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

  it('say so where trials, or too many jobs, kept no list', () => {
    const { rows, notes } = tableOf('retention', 100);
    expect(rows).toEqual([]);
    expect(notes.join()).toContain('trials keep no list');
    const [strategy] = fixture({ trials: 100 }).strategies;
    if (!strategy) throw new Error('the fixture has no strategy');
    expect(retentionTable(strategy, 1).notes.join()).toMatch(/^there are too many jobs to keep/);
  });

  it('say that a store without end has no limit', () => {
    const rows = tableOf('stores').rows.map((row) => row[5]);
    expect(rows[1]).toEqual({ kind: 'none', text: 'no limit' });
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
