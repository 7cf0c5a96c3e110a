import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { office } from '../../support/problems-in.ts';

const rest = (lines: Readonly<Record<string, string>>) => {
  const read = readScenario(office(lines), 'office.yaml');
  return read.ok ? undefined : read.rest;
};

describe('what is left of a scenario with problems', () => {
  it('is everything but the entries at fault and those that name them', () => {
    const left = rest({
      workloads: '{ good: { size: 1 TB }, bad: { size: 1 TBB }, other: { size: 2 TB } }',
      stores: '{ disk: {}, tape: { capacity: -1 TB } }',
      strategies:
        '{ one: { incremental: daily, to: disk }, two: { incremental: daily, to: tape }, three: { incremental: daily, to: disk, workloads: [bad] } }',
    });
    expect(Object.keys(left?.scenario.workloads ?? {})).toEqual(['good', 'other']);
    expect(Object.keys(left?.scenario.stores ?? {})).toEqual(['disk']);
    expect(Object.keys(left?.scenario.strategies ?? {})).toEqual(['one']);
    expect(left?.thinned).toEqual(new Set(['workloads', 'stores', 'strategies']));
  });

  it('leaves out single fields of the scenario itself', () => {
    expect(rest({ timezone: 'Nowhere', colour: 'red' })?.scenario.workloads).toHaveProperty(
      'files',
    );
  });

  it.each([
    { workloads: '[]' },
    { workloads: '{ files: { size: 1 TBB } }' },
    { start: 'tomorrow' },
  ])('is nothing where too little can be read: %j', (lines) => {
    expect(rest(lines)).toBeUndefined();
  });
});
