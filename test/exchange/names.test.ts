import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shownPath } from '../../src/exchange/shown-path.ts';
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

describe('shownPath', () => {
  it('shows nothing that a terminal would obey, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(shownPath(bytes)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028]/u);
      }),
    );
  });

  it('shows bytes that are not UTF-8 as such', () => {
    expect(shownPath(Buffer.from([0x61, 0xff, 0x0a]))).toBe('a\\xff\\u000a');
  });
});
