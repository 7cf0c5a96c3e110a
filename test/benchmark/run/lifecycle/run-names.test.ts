import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newRunName, runNames } from '../../../../src/benchmark/run/lifecycle/run-names.ts';
import { nodeHost } from '../../../../src/host/node.ts';

const NOON = Date.UTC(2026, 10, 28, 12);

it.each([
  ['is its instant', NOON, [], '20261128T120000Z'],
  ['is its instant, to the second', NOON + 999, ['20261128T115959Z'], '20261128T120000Z'],
  [
    'is a second later where there is one of that second',
    NOON,
    ['20261128T120000Z'],
    '20261128T120001Z',
  ],
  [
    'comes after all others, though the clock was set back',
    NOON,
    ['20261128T115959Z', '20261231T235959Z'],
    '20270101T000000Z',
  ],
  ['has four digits for the year', NOON, ['99991231T235959Z'], '20261128T120000Z'],
  ['does not hang on what is no date', NOON, ['99999999T999999Z'], '20261128T120000Z'],
])('the name of a run %s', (_, now, before, name) => {
  expect(newRunName(now, before)).toBe(name);
});

it('names of runs are unique and in order, whatever the clock does', () => {
  const instant = fc.integer({ min: 0, max: Date.UTC(2200, 0) });
  fc.assert(
    fc.property(fc.array(instant, { maxLength: 20 }), (clock) => {
      const names: string[] = [];
      for (const now of clock) names.push(newRunName(now, [...names].sort()));
      expect(names).toEqual([...new Set(names)].sort());
    }),
  );
});

it('runs are found by their folders and by their measurements', () => {
  const folder = mkdtempSync(join(tmpdir(), 'backcast-names-'));
  try {
    for (const name of ['20261128T120001Z', '20261128T120000Z', 'other', '20261128']) {
      mkdirSync(join(folder, name));
    }
    for (const run of ['20261128T120000Z', '20251128T120000Z', 'x']) {
      writeFileSync(join(folder, `measurements-${run}.jsonl`), '');
    }
    expect(runNames(nodeHost().files, folder)).toEqual({
      all: ['20251128T120000Z', '20261128T120000Z', '20261128T120001Z'],
      unfinished: ['20261128T120000Z', '20261128T120001Z'],
    });
    expect(runNames(nodeHost().files, join(folder, 'none'))).toMatchObject({ code: 'ENOENT' });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
