import { describe, expect, it } from 'vitest';
import { CHUNK_SIZE, ChunkSample } from '../../src/exchange/chunk-sample.ts';
import { examine } from '../../src/exchange/content.ts';
import type { Facts, OpenFile } from '../../src/host/host.ts';

const PATH = Buffer.from('/data/file');

const factsOf = (size: number, allocated: number): Facts => ({
  kind: 'file',
  size,
  allocated,
  device: 1n,
  inode: 1n,
  links: 1,
  mode: 0o644,
  modified: 0n,
  changed: 0n,
});

/** A file whose chunks are all alike; counts what is asked of it. */
function fake(facts: Facts, byte: number) {
  const asked = { opened: 0, read: 0, pauses: 0 };
  const file: OpenFile = {
    facts,
    read(into) {
      asked.read += 1;
      into.fill(byte);
      return { ok: true, value: into.length };
    },
    close: () => undefined,
  };
  const files = {
    openRegular: () => {
      asked.opened += 1;
      return { ok: true, value: file } as const;
    },
  };
  const pause = async (): Promise<void> => {
    asked.pauses += 1;
  };
  return {
    asked,
    examine: (sample: ChunkSample) => examine(files, PATH, facts, sample, pause),
  };
}

/** A sample that has closed, or only thinned, after chunks of equal or of different files. */
function fed(kind: 'closed' | 'thinned'): ChunkSample {
  const sample = new ChunkSample({ seed: 1, mostChunks: 4096, mostBytes: 4096 * CHUNK_SIZE });
  for (let file = 0; file < 5000; file++) {
    const size = kind === 'closed' ? 7 : file;
    if (sample.wants(size, 0)) sample.add(size, 0, `x${file}`, CHUNK_SIZE);
  }
  expect(sample.closed).toBe(kind === 'closed');
  return sample;
}

describe('examine', () => {
  it('asks a sample that has closed for nothing, however long the file is', async () => {
    const file = fake(factsOf(2 ** 62, 2 ** 62), 1);
    expect(await file.examine(fed('closed'))).toEqual({ counted: 2 ** 62 });
    expect(file.asked).toEqual({ opened: 0, read: 0, pauses: 0 });
  });

  it('does not look through a file that is nearly all hole', async () => {
    const sample = new ChunkSample({ seed: 1, mostChunks: 4096, mostBytes: 2 ** 31 });
    const file = fake(factsOf(2 ** 62, 4096), 0);
    expect(await file.examine(sample)).toEqual({ counted: 4096 });
    expect(file.asked).toMatchObject({ read: 1 });
    // Its data was not compared, so nobody may say that all was.
    sample.add(1, 0, 'x', 1);
    expect(sample.estimate()).toMatchObject({ complete: false });
  });

  it('lets others in while it passes chunks by that are not wanted', async () => {
    const chunks = 2 ** 20;
    const file = fake(factsOf(chunks * CHUNK_SIZE, chunks * CHUNK_SIZE), 1);
    await file.examine(fed('thinned'));
    expect(file.asked.pauses).toBeGreaterThanOrEqual(file.asked.read + chunks / 20_000);
    expect(file.asked.read).toBeLessThan(chunks / 50);
  });

  it('reads no further once the sample has closed', async () => {
    // So small a sample closes at once.
    const sample = new ChunkSample({ seed: 1, mostChunks: 4, mostBytes: 2 ** 31 });
    const file = fake(factsOf(2 ** 62, 2 ** 62), 1);
    await file.examine(sample);
    expect(file.asked.read).toBe(4);
  });
});
