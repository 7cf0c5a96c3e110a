import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchFolder } from '../support/bench-run.ts';
import { remains, settle, startBench } from '../support/crashed-run.ts';
import { available } from '../support/programs/require.ts';
import { bystanders } from './bystanders.ts';
import { count, type Figures, printFigures } from './figures.ts';

const MOUNT = available('mount', 'disks that are full');

/** The second tool fills what is left. */
const PLAN = `
datasets: { few: { files: 4, size: 2 KiB } }
tools:
  built-in: {}
  flood:
    command:
      backup: [dd, if=/dev/zero, 'of={target}/{point}', bs=64k, count=2000]
      restore: [cp, '{target}/{point}', '{into}']
levels: [full]
restore: [newest]
repetitions: 1
`;

const mount = (options: string, disk: string): void => {
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', disk]);
  if (status !== 0) throw new Error(`${stderr}`);
};

it.skipIf(!MOUNT)('20 full disks: what is begun is found, and nothing is left', async () => {
  const figures: Figures = new Map();
  const home = process.env.XDG_STATE_HOME;
  try {
    for (let disk = 0; disk < 20; disk++) {
      const at = mkdtempSync(join(tmpdir(), 'backcast-disk-'));
      // From next to nothing to more than the plan says it needs; the state folder on it or not.
      const inodes = disk % 5 === 4 ? 12 + disk : 0;
      const size = inodes > 0 ? 64_000 : 12 * 1.6 ** disk;
      mount(`size=${Math.ceil(size)}k${inodes > 0 ? `,nr_inodes=${inodes}` : ''}`, at);
      const folder = benchFolder();
      const others = bystanders(folder.path);
      const work = join(at, 'work');
      if (disk % 2 === 0) process.env.XDG_STATE_HOME = join(at, 'state');
      try {
        mkdirSync(work);
        const plan = folder.plan(PLAN);
        const { code, err } = await startBench([plan, '--work', work, '--quiet']).ended;
        expect([2, 3], err).toContain(code);
        spawnSync('mount', ['-o', 'remount,size=64m,nr_inodes=0', at]);
        const how = code === 3 ? 'went on and ended' : `refused: ${(await settle(plan, work)).how}`;
        count(figures, how);
        expect(remains(work)).toEqual([]);
        expect(others.harm()).toEqual([]);
      } finally {
        process.env.XDG_STATE_HOME = home;
        await others.end();
        folder.remove();
        spawnSync('umount', [at]);
        rmSync(at, { recursive: true });
      }
    }
  } finally {
    printFigures('Full disks', figures);
  }
});
