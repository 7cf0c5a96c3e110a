import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { inliningMore } from '../../dist/host/node/computing/inlining.js';
import { measureTrials } from './commands.js';
import { planOf, play, totalsOf } from './engine.js';
import { printFigure, printNote, printTitle } from './figures.js';
import { contention } from './scenarios.js';

const FILE = fileURLToPath(import.meta.url);
const FULL = { workloads: 10_000, years: 3, routes: 20 };
/** How each size is varied while the others stand still. */
const PART = { workloads: 2500, years: 3, routes: 20 };
const SERIES = {
  workloads: [1250, 2500, 5000].map((workloads) => ({ ...PART, workloads })),
  years: [1, 2, 3].map((years) => ({ ...PART, years })),
  routes: [5, 10, 20].map((routes) => ({ ...PART, routes })),
};
const TRIALS = [125, 250, 500];

/** Ten thousand workloads in one run, and how time grows with workloads, years, routes and trials. */
export function benchLarge() {
  printTitle('10 000 workloads over 20 routes, 3 years daily, one run');
  const whole = inChild(FULL);
  printNote(`${whole.jobs.toLocaleString('en-GB')} jobs`);
  printFigure('reading and compiling', whole.compile, { unit: 's' });
  printFigure('simulating', whole.simulate, { unit: 's' });
  printFigure('together', whole.compile + whole.simulate, { unit: 's', most: 20 });
  printFigure('peak memory', whole.memory, { unit: 'MB', most: 1000, digits: 0 });
  printNote('seconds ~ size ^ exponent; 1 is linear, below 1 is better');
  for (const [name, choices] of Object.entries(SERIES)) {
    const points = choices.map((choice) => {
      const { compile, simulate } = inChild(choice);
      return { size: choice[name], seconds: compile + simulate };
    });
    printFit(name, points);
  }
  printFit(
    'trials',
    TRIALS.map((size) => ({ size, seconds: measureTrials(size).seconds })),
  );
}

/** Prints how long each size took, and the exponent that fits them best. */
function printFit(name, points) {
  printNote(
    points.map(({ size, seconds }) => `${size} ${name}: ${seconds.toFixed(2)} s`).join('   '),
  );
  printFigure(`exponent of ${name}`, exponentOf(points), { most: 1.1 });
}

/** Slope of the least-squares line through the logarithms. */
function exponentOf(points) {
  const logs = points.map(({ size, seconds }) => [Math.log(size), Math.log(seconds)]);
  const mean = (column) => logs.reduce((sum, row) => sum + row[column], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const rise = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return rise / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** A process of its own, so that the memory is that of one run. */
function inChild(choice) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [FILE, JSON.stringify(choice)], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

if (process.argv[1] === FILE) {
  const began = performance.now();
  const plan = planOf(contention(JSON.parse(process.argv[2] ?? '{}')));
  const compiled = performance.now();
  const { jobs } = await inliningMore(async () => totalsOf(play(plan)));
  const figures = {
    jobs,
    compile: (compiled - began) / 1000,
    simulate: (performance.now() - compiled) / 1000,
    memory: process.resourceUsage().maxRSS / 1000,
  };
  process.stdout.write(JSON.stringify(figures));
}
