import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownPath } from '../src/byte-path.ts';

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
