import { describe, expect, it } from 'vitest';
import { baselineOf, baselineText, parseBaseline } from '../../../src/gate/baseline/entry.ts';
import { recordsOf } from '../../../src/gate/records.ts';
import { trainingRecords } from '../../support/gate/records.ts';

const { opening, lines } = trainingRecords();
const few = lines.filter(
  ({ dataset, tool, repetition }) => dataset === 'tiny' && tool === 'tar' && repetition === 1,
);

/** A run of the store in which each backup sent so many requests; null: nobody counted. */
function textOf(requests: number | null): string {
  const counted = few.map((line) => (line.kind === 'backup' ? { ...line, requests } : line));
  const records = recordsOf('m.jsonl', opening, counted);
  if (!records.ok) throw new Error(records.problems[0]?.message);
  return baselineText(
    baselineOf(records.value, { branch: 'main', commit: null, backcast: '0.1.0' }),
  );
}

const requestsIn = (text: string): readonly (number | null)[] => {
  const read = parseBaseline(text);
  if (!('value' in read)) throw new Error(`line ${read.line}`);
  return [...read.value.readings.values()].flat().map(({ amounts }) => amounts.requests);
};

describe('a run of a baseline store', () => {
  it('says nothing of requests that nobody counted, as before there were any, so its name stays', () => {
    const text = textOf(null);
    expect(text).not.toContain('requests');
    expect(requestsIn(text)).toEqual([null]);
  });

  it('keeps requests that were counted, of all backups together', () => {
    const backups = few.filter(({ kind }) => kind === 'backup').length;
    expect(backups).toBeGreaterThan(1);
    expect(requestsIn(textOf(7))).toEqual([7 * backups]);
  });
});
