import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { middleFile } from '../../../src/benchmark/run/wanted.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { available } from '../../support/programs/require.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const PLAN = `
datasets:
  office: { files: 30, size: { median: 64 KiB, sigma: 1 }, compressibility: 1, change: { changed: 50 % } }
levels: [full, incremental, incremental]
restore: [newest, oldest, one file]
keep: 1
repetitions: 1
`;

describe('a run that forgets', () => {
  const TOOLS = available(['borg', 'restic'], 'that old points are forgotten');
  it.skipIf(!TOOLS)('times each step of each tool, and says what it freed', async () => {
    const { code, summary } = await folder.bench(
      `${PLAN}tools: { borg: {}, restic: {}, 'built-in': {} }\n`,
      '--json',
    );
    expect([code, summary().failures]).toEqual([0, []]);
    const { lines } = folder.measurements();
    const told = (tool: string) =>
      lines
        .filter((line) => line.tool === tool && line.keep !== null)
        .map(({ kind, keep, usage, added }) => [kind, keep, (usage?.wall ?? 0) > 0, added?.bytes]);
    const [[prune, compact], [forget, restic]] = [told('borg'), told('restic')];
    const steps = [prune, compact, forget, restic].map((step) => step?.slice(0, 3));
    expect(steps).toEqual([
      ['prune', 1, true],
      ['compact', 1, true],
      ['forget', 1, true],
      ['prune', 1, true],
    ]);
    // Of 30 files, half of them changed twice, one in three at least is needed no more.
    const source = lines.find(({ kind }) => kind === 'dataset')?.source?.bytes ?? Number.NaN;
    for (const freed of [compact?.[3], restic?.[3]]) expect(freed).toBeLessThan(-source / 3);
    expect(summary().leftOut).toEqual([
      { what: 'forgetting of built-in', because: 'built-in engine forgets no points by itself' },
    ]);
  });

  it('restores one file alone, of middle size, and compares it', async () => {
    const { code, summary } = await folder.bench(`${PLAN}tools: { 'built-in': {} }\n`, '--json');
    expect([code, summary().failures]).toEqual([0, []]);
    const { lines } = folder.measurements();
    const one = lines.find(({ part }) => part === 'one file');
    const source = lines.findLast(({ kind }) => kind === 'dataset')?.source;
    expect(one).toMatchObject({
      step: '1/office/built-in/disk/restore-2-file',
      source: { files: 1, folders: 0 },
      compared: { entries: 1, differences: 0 },
    });
    expect(one?.source?.bytes).toBe(source?.p50);
    expect(one?.usage?.read?.bytes).toBeLessThan((source?.bytes ?? 0) / 2);
  });

  it('names tools that cannot', async () => {
    const own = '{ mine: { command: { backup: [cp, a, b], restore: [cp, b, a] } } }';
    const { out } = await folder.bench(`${PLAN}tools: ${own}\n`, '--dry-run', '--steps');
    expect(out).toContain('left out: one file of mine: command cp has no way to ask for one');
    expect(out).toContain('left out: forgetting of mine: command cp forgets no points by itself');
    expect(out).not.toContain('restore-2-file');
  });
});

describe('the one file', () => {
  const file = (path: string, size: number) => ({
    ...{ path: Buffer.from(path, 'latin1'), kind: 'file' as const, size, mode: 0o644 },
    ...{ modified: 0n, target: new Uint8Array(), digest: '' },
  });
  const name = (...files: readonly ReturnType<typeof file>[]) =>
    middleFile(files) && Buffer.from(middleFile(files)?.path ?? []).toString('latin1');

  it.each([
    ['of middle size', [file('a', 9), file('b', 1), file('c', 5)], 'c'],
    ['the smaller of two', [file('a', 9), file('b', 1)], 'b'],
    ['the first by name of equals', [file('b', 1), file('a', 1)], 'a'],
    ['with a name that every tool takes', [file('x y', 5), file('é*', 6), file('z', 9)], 'z'],
    ['empty only where all are', [file('a', 0), file('b', 3), file('c', 0)], 'b'],
    ['empty then', [file('a', 0)], 'a'],
  ])('is %s', (_, files, expected) => {
    expect(name(...files)).toBe(expected);
  });

  it('is none where no name will do', () => {
    expect(middleFile([file('a b', 1)])).toBeUndefined();
  });
});
