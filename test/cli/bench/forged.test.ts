import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bootOf, listed } from '../../../src/host/node/process-table.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';

const PLAN = `
datasets: { d: { files: 4, size: 4 KiB } }
tools: { built-in: {} }
levels: [full]
repetitions: 1
`;
const OLD_MARK = 'backcast work directory, version 1\n';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

describe('a work directory that somebody else has made', () => {
  it.each([{ argv: [] }, { argv: ['--discard'] }, { argv: ['--resume'] }])(
    'makes nothing be written where its links lead: $argv',
    async ({ argv }) => {
      const precious = join(folder.path, 'precious.txt');
      writeFileSync(precious, 'precious\n');
      mkdirSync(folder.work);
      writeFileSync(join(folder.work, '.backcast-work'), OLD_MARK);
      const names = ['.backcast-running', '.backcast-running.new', 'notes', 'known-hosts-disk'];
      for (const name of names) symlinkSync('../precious.txt', join(folder.work, name));
      const before = readdirSync(folder.work);
      const { code, err } = await folder.bench(PLAN, ...argv);
      expect([code, err]).toEqual([2, expect.stringContaining('a mark that you have not made')]);
      expect(readFileSync(precious, 'utf8')).toBe('precious\n');
      expect(readdirSync(folder.work)).toEqual(before);
    },
  );

  it('ends no process, whatever it says of one', async () => {
    const stranger = spawn('sleep', ['7030'], { detached: true, stdio: 'ignore' });
    mkdirSync(folder.work);
    writeFileSync(join(folder.work, '.backcast-work'), OLD_MARK);
    const session = `session ${stranger.pid} ${listed(stranger.pid ?? 0)?.started}`;
    const notes = `boot ${bootOf()}\nowner 999999 1\n${session}\n`;
    writeFileSync(join(folder.work, '.backcast-running'), notes);
    const { code } = await folder.bench(PLAN, '--discard');
    expect([code, listed(stranger.pid ?? 0)?.name]).toEqual([2, 'sleep']);
    stranger.kill();
    await once(stranger, 'exit');
  });

  it('is not made the same by a run of this user elsewhere', async () => {
    expect((await folder.bench(PLAN, '--quiet', '--budget', '1ms')).code).toBe(0);
    const copy = join(folder.path, 'copy');
    spawnSync('cp', ['-a', folder.work, copy]);
    const { code, err } = await folder.bench(PLAN, '--work', copy, '--discard');
    expect([code, err]).toEqual([2, expect.stringContaining('a mark that you have not made here')]);
    expect((await folder.bench(PLAN, '--discard')).code).toBe(0);
  });
});
