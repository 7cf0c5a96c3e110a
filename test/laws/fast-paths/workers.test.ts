import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRead, makeFifo } from '../../support/programs/fifo.ts';
import { type OwnBuild, ownBuild } from '../../support/programs/own-build.ts';
import { available } from '../../support/programs/require.ts';
import { until } from '../../support/programs/until.ts';

const FIFOS = available('mkfifo', 'trials that are ended while they run');

/**
 * Two workloads and three strategies with doubts of all kinds: dates that never come, jobs that
 * fail, copies, disasters. Threads run what is built; 1112 trials are work for two.
 */
const scenario = {
  start: '2026-01-05',
  horizon: '150 days',
  timezone: 'Europe/Berlin',
  sites: { here: {}, there: {} },
  links: { wan: { between: ['here', 'there'], rate: '200 MB/s ± 30 %', distance: '500 km' } },
  workloads: {
    ants: { site: 'here', size: '900 GB ± 40 %', growth: { p10: '5 %/year', p90: '40 %/year' } },
    bees: { site: 'here', size: '1 TB ± 20 %', compressibility: { triangular: [1, 2, 3] } },
  },
  stores: { disk: { site: 'here', capacity: '6 TB' }, vault: { site: 'there' } },
  strategies: {
    fulls: {
      full: 'weekly on Sunday at 01:00',
      incremental: 'daily at 01:00',
      window: '01:00-05:00',
      to: 'disk',
      failure: '5 % ± 50 %',
      keep: { last: 14 },
      copies: [{ to: 'vault', after: 'full', keep: { last: 8 } }],
    },
    forever: { incremental: 'daily at 01:00', to: 'vault', keep: { daily: 30 } },
    dedup: {
      tool: 'restic',
      incremental: 'daily at 01:00',
      to: 'vault',
      keep: { weekly: 4, within: '10 d' },
    },
  },
  disasters: {
    'site-lost': { scope: 'site here', 'per-year': 0.1, 'noticed-after': '2 h ± 50 %' },
    'dropped-table': { scope: 'workload', 'per-year': 4, 'noticed-after': '1 d' },
  },
  objectives: { rpo: '48 h', rto: '2 h', window: '95 %', fill: '80 %' },
};

let built: OwnBuild;
let folder = '';
let file = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-workers-'));
  file = join(folder, 'plan.json');
  writeFileSync(file, JSON.stringify(scenario));
  built = ownBuild('workers');
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** How many threads a process has, as Linux tells; elsewhere more each time. */
let told = 0;
const threadsOf = (pid: number): number =>
  process.platform === 'linux' ? readdirSync(`/proc/${pid}/task`).length : told++;

const argv = (trials: number, workers: number): string[] => [
  'simulate',
  file,
  '--seed',
  '5',
  '--trials',
  `${trials}`,
  '--workers',
  `${workers}`,
  '--json',
];

describe('trials on 1 and on 2 threads', () => {
  it('give the same bytes', () => {
    const [one, ...more] = [1, 2].map((workers) => {
      const run = spawnSync(process.execPath, [built.bin, ...argv(1112, workers)], {
        encoding: 'utf8',
        maxBuffer: 1e9,
      });
      expect(run.stderr).toBe('');
      expect([0, 3]).toContain(run.status);
      return run.stdout;
    });
    expect(JSON.parse(one ?? '')).toMatchObject({ trials: 1112 });
    for (const other of more) expect(other === one).toBe(true);
  });

  // Were the signal not heard, it would go on for hours.
  it.skipIf(!FIFOS)('are ended by SIGINT while they run', async () => {
    const fifo = join(folder, 'plan.fifo');
    makeFifo(fifo);
    const args = argv(1_000_000, 2).map((one) => (one === file ? fifo : one));
    const run = spawn(process.execPath, [built.bin, ...args], { stdio: 'ignore' });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      run.on('exit', (_, signal) => resolve(signal));
    });
    await writeFile(fifo, JSON.stringify(scenario));
    await until(() => !isRead(fifo));
    const before = threadsOf(run.pid ?? 0);
    await until(() => threadsOf(run.pid ?? 0) >= before + 2);
    run.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
  });
});
