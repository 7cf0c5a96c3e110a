import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { makeGeneration } from '../../dist/benchmark/datasets/make-generation.js';
import { nodeHost } from '../../dist/host/node.js';
import { median, printFigure, printTitle } from './figures.js';

const MIB = 2 ** 20;
const SEED = 7;
const ROUNDS = 5;

const files = (fields) => ({
  kind: 'files',
  depth: 2,
  duplicates: 0,
  hostileNames: false,
  change: { changed: 0, added: 0, removed: 0, renamed: 0, within: null },
  ...fields,
});
const all = (median) => [{ weight: 1, median, sigma: 0, largest: median }];

const RECIPES = [
  {
    name: 'incompressible, 16 files of 16 MiB',
    recipe: files({ files: 16, sizes: all(16 * MIB), compressibility: 1 }),
    least: 400,
  },
  {
    name: 'compressible by 2, 16 files of 16 MiB',
    recipe: files({ files: 16, sizes: all(16 * MIB), compressibility: 2 }),
  },
  {
    name: 'bf16 weights, 4 shards of 64 MiB',
    recipe: { kind: 'checkpoint', shards: 4, shard: 64 * MIB, type: 'bf16', changed: 0.01 },
  },
];

/** How fast datasets are made, writing them into the file cache included. */
export async function benchDatasets() {
  printTitle(`datasets, made in ${tmpdir()}: bytes by seconds of processor time, one thread`);
  for (const { name, recipe, least } of RECIPES) {
    const rounds = await withSite((site) => timed(site, recipe, ROUNDS));
    const rate = (seconds) => median(rounds.map((one) => one.bytes / seconds(one) / 1e6));
    printFigure(
      name,
      rate(({ cpu }) => cpu),
      { unit: 'MB/s', least, digits: 0 },
    );
    printFigure(
      '  by the clock',
      rate(({ wall }) => wall),
      { unit: 'MB/s', digits: 0 },
    );
  }
  const recipe = files({ files: 10_000, sizes: all(4096), compressibility: 2 });
  const [{ cpu }] = await withSite((site) => timed(site, recipe, 1));
  printFigure('files of 4 KiB', recipe.files / cpu, { unit: 'files/s', digits: 0 });
}

/** Makes the first generation again and again; seconds are those of each. */
async function timed(site, recipe, rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) {
    site.work.remove(site.at);
    const [from, before] = [performance.now(), process.cpuUsage()];
    const made = await makeGeneration(site, { recipe, seed: SEED, generation: 0 });
    const { user, system } = process.cpuUsage(before);
    if (!made.ok) throw new Error(made.reason);
    const wall = (performance.now() - from) / 1000;
    times.push({ bytes: made.value.bytes, wall, cpu: (user + system) / 1e6 });
  }
  return times;
}

async function withSite(act) {
  const host = nodeHost();
  const folder = mkdtempSync(join(tmpdir(), 'backcast-bench-'));
  process.env.XDG_STATE_HOME = join(folder, 'state');
  try {
    const work = await host.openWorkDirectory(join(folder, 'work'));
    return await act({ work, at: join(work.path, 'source'), yieldNow: () => host.yieldNow() });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
