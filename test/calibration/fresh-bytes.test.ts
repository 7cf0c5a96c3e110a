import { describe, expect, it } from 'vitest';
import { freshBytes } from '../../src/calibration/fresh-bytes.ts';

const FILES = { like: 'rsync', chunk: null, shrinks: false } as const;
const CHUNKS = {
  like: 'restic',
  chunk: { least: 512 * 1024, mean: 1536 * 1024 },
  shrinks: true,
} as const;

const change = {
  ...{ since: 0, added: 0, changed: 0, renamed: 0, removed: 0, read: 0, within: null },
  ...{ folders: 1, beside: 10, content: null },
};

describe('bytes that a repository has not held', () => {
  it('are all that is read, of a tool of whole files', () => {
    expect(freshBytes({ ...change, changed: 4, read: 64e6, within: 2e6 }, FILES, null)).toBe(64e6);
  });

  it('of chunks are those that an edit hit: 3 % in 64 KiB make 0.596 of the file', () => {
    const hit = { ...change, changed: 4, read: 100e6, within: 3e6 };
    expect(freshBytes(hit, CHUNKS, 65_536)).toBeCloseTo(59.6e6, -5.3);
    expect(freshBytes(hit, CHUNKS, null)).toBe(freshBytes(hit, CHUNKS, 65_536));
  });

  it('of chunks are all of a file that was written anew, and nothing of one that was renamed', () => {
    expect(freshBytes({ ...change, changed: 1, read: 5e6, within: 5e6 }, CHUNKS, null)).toBe(5e6);
    const moved = { ...change, renamed: 3, added: 1, read: 8e6 };
    expect(freshBytes(moved, CHUNKS, null)).toBe(2e6);
  });

  it('of chunks leave out copies', () => {
    const content = {
      compressibility: null,
      duplicates: { share: 0.25, compared: 8e6, complete: true },
    };
    expect(freshBytes({ ...change, added: 2, read: 8e6, content }, CHUNKS, null)).toBe(6e6);
  });
});
