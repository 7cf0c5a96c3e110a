import { describe, expect, it } from 'vitest';
import { combinations, readOver, withUnit } from '../../../src/report/sweep/over.ts';

describe('an input to sweep', () => {
  it.each([
    ['links.line.rate=1,2,10 Gbit/s', ['1 Gbit/s', '2 Gbit/s', '10 Gbit/s']],
    ['links.line.rate = 500 Mbit/s, 1 Gbit/s', ['500 Mbit/s', '1 Gbit/s']],
    ['stores.disk.drives=6,8', ['6', '8']],
    ['strategies.a.tool=restic,borg', ['restic', 'borg']],
    ['workloads.a.growth=10,20 %/year', ['10 %/year', '20 %/year']],
    ['horizon=1 year', ['1 year']],
  ])('%s', (text, values) => {
    expect(readOver(text)?.values).toEqual(values);
  });

  it.each(['links.line.rate', 'a=', '=1', 'a=1,,2'])('is not %s', (text) => {
    expect(readOver(text)).toBeUndefined();
  });

  it('is combined with another, the last turning fastest', () => {
    expect(
      combinations([
        { path: 'a', values: ['1', '2'] },
        { path: 'b', values: ['x', 'y'] },
      ]),
    ).toEqual([
      ['1', 'x'],
      ['1', 'y'],
      ['2', 'x'],
      ['2', 'y'],
    ]);
  });

  it('has a number and a unit, or is something else', () => {
    expect(withUnit('1.5 Gbit/s')).toEqual({ number: 1.5, unit: 'Gbit/s' });
    expect(withUnit('7')).toEqual({ number: 7, unit: '' });
    expect(withUnit('raid6')).toBeUndefined();
  });
});
