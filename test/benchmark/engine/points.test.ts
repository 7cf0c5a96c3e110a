import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../../src/benchmark/engine/backup.ts';
import { check } from '../../../src/benchmark/engine/check.ts';
import { restore } from '../../../src/benchmark/engine/restore.ts';
import { compareTrees } from '../../../src/benchmark/manifest/compare.ts';
import { describeDifference } from '../../../src/benchmark/manifest/difference.ts';
import type { Entry } from '../../../src/benchmark/manifest/entry.ts';
import { readTree } from '../../../src/benchmark/manifest/read-tree.ts';
import { EVERYTHING } from '../../../src/benchmark/tools/everything.ts';
import type { WorkDirectory } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { anyEdits, edit } from '../../support/trees/edited-tree.ts';

const host = nodeHost();
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-engine-')));
let work: WorkDirectory;
beforeAll(async () => {
  work = await host.openWorkDirectory(join(folder, 'work'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const key = ({ path }: Entry): string => Buffer.from(path).toString('latin1');

/** What became of the regular files between two trees. */
function truth(before: readonly Entry[], after: readonly Entry[]): unknown {
  const isFile = ({ kind }: Entry): boolean => kind === 'file';
  const known = new Map(before.filter(isFile).map((entry) => [key(entry), entry]));
  const files = { added: 0, changed: 0, unchanged: 0, removed: 0 };
  for (const entry of after.filter(isFile)) {
    const old = known.get(key(entry));
    known.delete(key(entry));
    if (!old) files.added += 1;
    else if (old.digest !== entry.digest) files.changed += 1;
    else files.unchanged += 1;
  }
  return { ...files, removed: known.size };
}

describe('points of a tree that changes', () => {
  it('each come back as the tree was then, and say what had changed', async () => {
    const level = fc.constantFrom('full' as const, 'incremental' as const, 'differential' as const);
    const steps = fc.array(fc.tuple(level, anyEdits), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const place = mkdtempSync(join(work.path, 'run-'));
        const source = join(place, 'source');
        const repository = join(place, 'repository');
        mkdirSync(source);
        const trees: (readonly Entry[])[] = [];
        let full = 0;
        for (const [point, [wanted, edits]] of given.entries()) {
          for (const one of edits) edit(source, one);
          trees.push((await readTree(host, source, 'sha-256')).entries);
          const level = point === 0 ? 'full' : wanted;
          if (level === 'full') full = point;
          const base = level === 'full' ? null : level === 'differential' ? full : point - 1;
          const options = { source, repository, point, level, base };
          const report = await backUp(host, work, options);
          expect(report.doubts.count).toBe(0);
          expect(report.files).toEqual(truth(trees[base ?? -1] ?? [], trees[point] ?? []));
        }
        expect((await check(host, repository)).damages).toEqual({ count: 0, first: [] });
        for (const [point, tree] of trees.entries()) {
          const into = join(place, `restored-${point}`);
          expect((await restore(host, work, { repository, point, into })).damages.count).toBe(0);
          const { entries } = await readTree(host, into, 'sha-256');
          expect(compareTrees(tree, entries, EVERYTHING).map(describeDifference)).toEqual([]);
        }
        rmSync(place, { recursive: true });
      }),
      { numRuns: 40 },
    );
  });
});
