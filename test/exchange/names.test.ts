import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isWorkloadName, workloadName } from '../../src/exchange/workload-name.ts';

describe('workloadName', () => {
  it('makes a name that YAML reads back as the same text, of any path', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (path) => {
        const name = workloadName(path);
        expect(isWorkloadName(name)).toBe(true);
        expect(parse(`${name}: 1`)).toEqual({ [name]: 1 });
      }),
    );
  });

  it.each([
    ['/srv/Data & Co', 'data-co'],
    ['/srv/2024-archive/', 'archive'],
    ['/', 'observed'],
    ['/srv/true', 'observed'],
    ['/srv/数据', '数据'],
  ])('%j becomes %j', (path, name) => {
    expect(workloadName(path)).toBe(name);
  });
});
