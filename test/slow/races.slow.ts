import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchFolder } from '../support/bench-run.ts';
import { remains } from '../support/crashed-run.ts';
import { available } from '../support/programs/require.ts';
import { bystanders } from './bystanders.ts';
import { count, type Figures, printFigures } from './figures.ts';

const PROGRAM = join(import.meta.dirname, '../../bin/backcast.js');
const NAMESPACES = available('mount', 'runs in two namespaces of processes');

/** Its backup waits for the file `go`, so that whoever is in stays in until the other is refused. */
const waiting = (go: string): string => `
datasets: { few: { files: 2, size: 1 KiB } }
tools:
  mine:
    command:
      backup: [sh, -c, 'until test -e ${go}; do sleep 0.05; done; cp -a "$0/." "$1"', '{source}', '{target}/{point}']
      restore: [cp, -a, '{target}/{point}/.', '{into}']
levels: [full]
restore: [newest]
repetitions: 1
`;

const HIDDEN = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc', '--'];

/** A run, and a promise of its exit code and of what it said. */
function started(within: readonly string[], argv: readonly string[]) {
  const [program = '', ...args] = [...within, process.execPath, PROGRAM, 'bench', ...argv];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr.on('data', (text) => {
    err += text;
  });
  return new Promise<{ readonly code: number | null; readonly err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, err }));
  });
}

it('of 100 times two runs that start at once in one directory, one is in each time', async () => {
  const figures: Figures = new Map();
  try {
    for (let race = 0; race < 100; race++) {
      const folder = benchFolder();
      const others = bystanders(folder.path);
      const go = join(folder.path, 'go');
      const plan = folder.plan(waiting(go));
      const isNew = race % 2 === 0;
      if (!isNew) {
        writeFileSync(go, '');
        await started([], [plan, '--work', folder.work, '--quiet']);
        rmSync(go);
      }
      const within = NAMESPACES && race % 4 > 1 ? HIDDEN : [];
      const two = [[], within].map((each) =>
        started(each, [plan, '--work', folder.work, '--quiet']),
      );
      const first = await Promise.race(two);
      writeFileSync(go, '');
      const both = await Promise.all(two);
      expect(both.map(({ code }) => code).sort(), both.map(({ err }) => err).join()).toEqual([
        0, 2,
      ]);
      expect(first.err).toMatch(/another run .*is at work in/);
      expect([remains(folder.work), others.harm()]).toEqual([[], []]);
      const where = within.length > 0 ? 'in two namespaces' : 'side by side';
      count(figures, `in a ${isNew ? 'new' : 'used'} directory, ${where}: one in, one refused`);
      await others.end();
      folder.remove();
    }
  } finally {
    printFigures('Two starts at once', figures);
  }
});
