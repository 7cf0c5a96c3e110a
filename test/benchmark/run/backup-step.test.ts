import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchFolder } from '../../support/bench-run.ts';
import { available } from '../../support/programs/require.ts';

it.skipIf(!available('tar', 'warnings of tools'))('a warning of a tool is quoted', async () => {
  const folder = benchFolder();
  mkdirSync(join(folder.path, 'data'));
  const file = join(folder.path, 'data/log');
  writeFileSync(file, Buffer.alloc(2 ** 25));
  // It grows as long as it is read, if a busy machine lets both have a turn meanwhile.
  const growing = spawn('sh', ['-c', 'while :; do echo more >> "$1"; sleep 0.002; done', '', file]);
  try {
    let warnings = '';
    while (warnings === '') {
      const { summary } = await folder.bench(
        'datasets: { mine: { directory: data } }\ntools: { tar: {} }\nlevels: [full]\nrepetitions: 1\n',
        '--json',
      );
      warnings = summary().warnings.join('\n');
    }
    expect(warnings).toMatch(
      /GNU tar ended with a warning:\n(.*\n)*.*log: file changed as we read it/,
    );
  } finally {
    growing.kill('SIGKILL');
    folder.remove();
  }
});
