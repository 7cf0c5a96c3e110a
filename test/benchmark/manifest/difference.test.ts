import { describe, expect, it } from 'vitest';
import { describeDifference } from '../../../src/benchmark/manifest/difference.ts';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';

const expected: Entry = {
  path: Buffer.from('a/\u001b[31mb\n'),
  kind: 'file',
  size: 5,
  mode: 0o644,
  modified: 1_700_000_000_000_000_001n,
  target: new Uint8Array(),
  digest: '00',
};
const found: Entry = {
  ...expected,
  size: 3,
  mode: 0o4755,
  modified: -1n,
  target: Buffer.from([0xff]),
};
const { path } = expected;

describe('describeDifference', () => {
  it.each([
    ['kind', 'is a file instead of a file'],
    ['size', 'has 3 bytes instead of 5'],
    ['mode', 'has mode 4755 instead of 0644'],
    [
      'time',
      'was modified 1969-12-31T23:59:59.999999999Z instead of 2023-11-14T22:13:20.000000001Z',
    ],
    ['link', 'points to \\xff instead of '],
    ['content', 'has other content'],
  ] as const)('says what is wrong, with names that obey nobody: %s', (what, words) => {
    const line = describeDifference({ what, path, expected, found });
    expect(line).toBe(`a/\\u001b[31mb\\u000a: ${words}`);
  });

  it('says what is missing, and what should not be there', () => {
    expect(describeDifference({ what: 'missing', path, expected })).toMatch(
      /is missing \(a file\)$/u,
    );
    expect(describeDifference({ what: 'extra', path, found })).toMatch(/should not be there/u);
  });

  it('can tell of any time', () => {
    const far = { ...found, modified: 2n ** 63n * 1000n };
    expect(describeDifference({ what: 'time', path, expected, found: far })).toMatch(
      /ns after 1970/u,
    );
  });
});
