import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHistory } from '../../../src/scenario/reading/data-files.ts';
import { filesOf, instant } from '../../support/one-workload.ts';
import { planOf, runOf } from '../../support/played.ts';

const folder = new URL('../../../scenarios/', import.meta.url);
const csv = readFileSync(new URL('history-m7a.csv', folder), 'utf8');

/** The measured states as they stand in the file: date, bytes, bytes added and changed. */
const measured = csv
  .split('\n')
  .filter((line) => /^x/.test(line))
  .map((line) => line.split(','))
  .map((cells) => ({
    time: instant(`${cells[1]}T00:00:00Z`),
    size: Number(cells[2]) * 2 ** 30,
    changed: (Number(cells[6]) + Number(cells[10])) * 2 ** 20,
  }));

function historyPlan() {
  const path = 'workloads.store.change.series';
  const history = readHistory(csv, { kind: 'series', zone: 'UTC', path, file: 'history-m7a.csv' });
  if (!history.ok) throw new Error(JSON.stringify(history.problems));
  const text = readFileSync(new URL('history.yaml', folder), 'utf8');
  return planOf(text, {
    samples: new Map(),
    series: new Map([['history-m7a.csv', history.value]]),
    prices: null,
  });
}

describe('thirty measured states of a real file store, replayed', () => {
  const plan = historyPlan();
  const run = runOf(plan, { strategy: 'tar' });

  it('the simulated source has the measured size at each state, to 0.5 %', () => {
    const files = filesOf(run);
    expect(files).toHaveLength(30);
    for (const [index, { time, source }] of files.entries()) {
      const state = measured[index];
      expect(time).toBe(state?.time);
      expect(Math.abs(source / (state?.size ?? 0) - 1)).toBeLessThanOrEqual(0.005);
    }
  });

  it('each increment is what was measured as added and changed since the state before', () => {
    // Tar stores files as they are, with the overhead of its catalog entry.
    const files = filesOf(run);
    const perByte = (files[0]?.bytes ?? 0) / (measured[0]?.size ?? 1);
    expect(perByte).toBeGreaterThanOrEqual(1);
    expect(perByte).toBeLessThan(1.05);
    for (const [index, { bytes }] of files.slice(1).entries()) {
      const changed = measured[index + 1]?.changed ?? 0;
      expect(Math.abs(bytes / (changed * perByte) - 1)).toBeLessThanOrEqual(0.005);
    }
  });

  it('the first state is that of the start, the last that of the end', () => {
    expect(run.sizes[0]?.start).toBeCloseTo(26.73 * 2 ** 30, 0);
    expect(run.sizes[0]?.end).toBeCloseTo(42.45 * 2 ** 30, 0);
  });
});
