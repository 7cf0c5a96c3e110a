import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../src/report/tables/report.ts';
import { inSections, SECTIONS } from '../../../src/report/tables/sections.ts';
import { fixture } from '../fixture.ts';

describe('parts of the answers', () => {
  const report = reportOf(fixture());
  const tables = [
    ...[report.comparison, report.warnings, report.assumptions, report.workloads],
    ...report.training,
    ...report.strategies.flatMap((strategy) => strategy.tables),
    report.defaults,
  ];

  it('have every table in one of them', () => {
    const inParts = Object.values(SECTIONS).flat();
    expect(new Set(inParts)).toEqual(new Set(tables.map(({ key }) => key)));
    expect(inParts).toHaveLength(new Set(inParts).size);
  });

  it('are all asked for where none is', () => {
    expect(tables.filter(inSections([]))).toEqual(tables);
    expect(tables.filter(inSections(['warnings', 'defaults'])).map(({ key }) => key)).toEqual([
      'warnings',
      'defaults',
    ]);
  });
});
