import { expect, it } from 'vitest';
import { takenOver } from '../../../../src/benchmark/run/recorded/taken-over.ts';

const MB = 1e6;

/** What is believed of 60 unchanged files of 72 MB, when as many bytes were read. */
function believed(read: number, { start = 0, changed = 0 } = {}): number | null {
  const source = {
    ...{ files: 60, bytes: 72 * MB },
    ...{ folders: 1, links: 0, p50: 1, p95: 1, largest: 1 },
  };
  const change = {
    ...{ since: 0, added: 0, changed: 0, renamed: 0, removed: 0 },
    ...{ read: changed, within: 0, folders: 0, beside: 0, content: null },
  };
  const transfer = { bytes: read, operations: 1, device: 0 };
  return takenOver(60, { source, change, read: transfer, start });
}

it.each([
  // borg with and without its cache of files: it reads 6 MB of its own program.
  [78 * MB, { start: 6 * MB }, null],
  [6.7 * MB, { start: 6 * MB }, 60],
  // A tenth of 72 MB, and 1 MiB, may be lists and caches.
  [8.2 * MB, {}, 60],
  [8.3 * MB, {}, null],
  // What has changed has to be read.
  [30 * MB, { changed: 30 * MB }, 60],
  [36 * MB, { changed: 30 * MB }, null],
])('of %d bytes read, with %j: %j files were taken over unread', (read, about, expected) => {
  expect(believed(read, about)).toBe(expected);
});

it('is believed where nothing was counted, and nothing is unchanged', () => {
  expect(takenOver(5, { source: null, change: null, read: null, start: 0 })).toBe(5);
  expect(takenOver(0, { source: null, change: null, read: null, start: 0 })).toBe(0);
  expect(takenOver(null, { source: null, change: null, read: null, start: 0 })).toBeNull();
});
