// Prints what being run by backcast costs a program: the same commands bare, through hyperfine, and
// through the host, in turns. `npm run bench:harness -- 31` has 31 rounds. Always ends with 0: see
// docs/benchmarks.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcesses, nodeHost } from '../../dist/host/node.js';
import { median, printFigure, printMachine, printNote, printTitle } from './figures.js';

const ROUNDS = Number(process.argv[2] ?? 15);
const env = { PATH: process.env.PATH };
const host = nodeHost();
// In memory where there is such a place: how busy a disk is would be seen more than the harness.
const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const folder = realpathSync(mkdtempSync(join(place, 'backcast-harness-')));
process.env.XDG_STATE_HOME = join(folder, 'state');
process.on('exit', endProcesses);
const work = await host.openWorkDirectory(join(folder, 'work'));
await host.processes.noteIn(work);

// About a second of nothing but computing.
const COMPUTE = 'let x = 0; for (let i = 0; i < 9e8; i++) x = (x + i) | 0';

/** Files for tar: enough to keep it busy for about a second. */
function makeTree(path) {
  const piece = host.randomBytes(100_000);
  for (let directory = 0; directory < 150; directory++) {
    work.makeDirectory(`${path}/${directory}`);
    for (let file = 0; file < 100; file++) {
      const opened = work.open(`${path}/${directory}/${file}`, 'new');
      opened.value.write(piece.subarray(0, 1000 + ((file * 7919) % 99_000)), 0);
      opened.value.close();
    }
  }
}

/** Runs a command through hyperfine; seconds. */
function bare(program, args) {
  const report = join(folder, 'bare.json');
  const line = [program, ...args].map((word) => `'${word}'`).join(' ');
  const options = [
    '-N',
    '--warmup',
    '0',
    '--runs',
    '1',
    '--style',
    'none',
    '--export-json',
    report,
  ];
  const { status, stderr } = spawnSync('hyperfine', [...options, line], { cwd: folder, env });
  if (status !== 0) throw new Error(`hyperfine ${line}: ${stderr}`);
  const { mean, user, system } = JSON.parse(readFileSync(report, 'utf8')).results[0];
  return { wall: mean, busy: user + system };
}

/** Runs the same through the host; seconds. */
async function harnessed(program, args) {
  const ended = await host.processes.run({ program, args, cwd: folder, env });
  if (!ended.ok || ended.value.exit !== 0) throw new Error(`${program} failed`);
  const { wall, user, system } = ended.value.usage;
  return { wall, busy: user + system };
}

async function compare(title, program, args) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    // Whoever comes second could find warmer caches, so they take turns in that too.
    const first = round % 2 ? bare(program, args) : undefined;
    const ours = await harnessed(program, args);
    rounds.push({ bare: first ?? bare(program, args), ours });
  }
  // The first round only warms up.
  const kept = rounds.slice(1);
  const of = (read) => median(kept.map(read));
  const wall = of((round) => round.bare.wall);
  const busy = of((round) => round.bare.busy);
  printTitle(title);
  printFigure('wall time, bare', wall * 1000, { unit: 'ms' });
  printFigure('wall time, by backcast', of((round) => round.ours.wall) * 1000, { unit: 'ms' });
  printFigure('  more in a round', of(({ ours, bare }) => ours.wall - bare.wall) * 1000, {
    unit: 'ms',
    most: Math.max(10, wall * 10),
  });
  printFigure('user and system time, bare', busy * 1000, { unit: 'ms' });
  printFigure('user and system time, by backcast', of((round) => round.ours.busy) * 1000, {
    unit: 'ms',
  });
  if (busy < 0.3)
    return printNote('    too little to be compared: it is counted in steps of 10 ms');
  const apart = of(({ ours, bare }) => ours.busy / bare.busy) - 1;
  printFigure('  apart in a round', Math.abs(apart) * 100, { unit: '%', most: 3 });
}

printMachine();
if (host.processes.find('hyperfine')) {
  makeTree(join(work.path, 'tree'));
  const archive = join(work.path, 'tree.tar');
  printNote(`${ROUNDS} rounds; medians`);
  await compare('true', 'true', []);
  await compare('node -e, computing', process.execPath, ['-e', COMPUTE]);
  await compare('tar -cf', 'tar', ['-cf', archive, '-C', work.path, 'tree']);
} else printNote('*** NOT MEASURED: install hyperfine (apt-get install hyperfine) ***');
rmSync(folder, { recursive: true });
