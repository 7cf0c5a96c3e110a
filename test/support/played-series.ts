import { join } from 'node:path';
import { compareTrees } from '../../src/benchmark/manifest/compare.ts';
import type { Difference } from '../../src/benchmark/manifest/difference.ts';
import type { Entry } from '../../src/benchmark/manifest/entry.ts';
import { readTree } from '../../src/benchmark/manifest/read-tree.ts';
import { type Called, homeOf, invoke } from '../../src/benchmark/run/invoke.ts';
import type { FilesRecipe } from '../../src/benchmark/datasets/recipe.ts';
import type { Target } from '../../src/benchmark/targets/target.ts';
import type { BackupTool, Invocation, Place, Point } from '../../src/benchmark/tools/tool.ts';
import { fewFiles, make } from './made-tree.ts';
import type { Workplace } from './target-grounds.ts';

/** A series of a real tool at a real target, to be played step by step. */
export interface Series {
  readonly place: Place;
  /** Calls programs as a run does, and says what became of them. */
  call(invocations: readonly Invocation[]): Promise<Called>;
  /** The same, which must succeed. */
  must(invocations: readonly Invocation[]): Promise<Called>;
  /** Makes the first or next generation of the source; says what is in it. */
  change(): Promise<readonly Entry[]>;
  backup(point: Point): Promise<Called>;
  /** Brings a point back and compares it; nothing differs where all is well. */
  differences(point: Point, expected: readonly Entry[]): Promise<readonly Difference[]>;
}

/** Seconds a call may take, on a machine that has other work. */
const TIMEOUT = 60;

/** Opens a target and makes an empty repository in it. */
export async function playedSeries(
  { host, work }: Workplace,
  tool: BackupTool,
  target: Target,
  recipe: Partial<FilesRecipe> = {},
): Promise<Series> {
  const caller = { host, password: 'a password', plan: { timeout: TIMEOUT } };
  const home = join(work.path, 'home');
  const place: Place = {
    ...{ source: join(work.path, 'source'), repository: target.repositoryFor('1'), home },
    ...{ self: [], limit: target.limit },
  };
  const call = (invocations: readonly Invocation[]) => invoke(caller, home, invocations);
  const must = async (invocations: readonly Invocation[]) => {
    const called = await call(invocations);
    if (!called.ok) throw new Error(`${tool.title}: ${called.reason}: ${called.said}`);
    return called;
  };
  for (const folder of homeOf(caller, home).folders) work.makeDirectory(folder);
  await target.open('new');
  const ready = await target.makeSeries('1');
  if (!ready.ok) throw new Error(ready.reason);
  await must(tool.init(place));
  let generation = 0;
  const points: Point[] = [];
  return {
    ...{ place, call, must },
    change: async () => {
      const site = { work, at: place.source, breathe: async () => {} };
      await make(site, fewFiles(recipe), 7, generation++);
      return (await readTree(host, place.source, 'xxhash')).entries;
    },
    backup: async (point) => {
      await must(tool.prepare(place, point));
      const called = await must([tool.backup(place, point)]);
      points.push(point);
      return called;
    },
    differences: async (point, expected) => {
      const into = join(work.path, `restored-${point.number}`);
      work.makeDirectory(into);
      await must(tool.restore(place, point, into, points));
      const found = await readTree(host, tool.restored(place, into), 'xxhash');
      return compareTrees(expected, found.entries, tool.keeps(target.kind));
    },
  };
}
