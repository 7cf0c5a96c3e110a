import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureBackcast, ROOT, timeBackcast, timeNode } from './command.js';
import { median, printFigure, printNote, printTitle } from './figures.js';

const STARTS = 21;
const REPORTS = 5;
/** The scenario of the trials. */
export const TRIALS = fileURLToPath(new URL('trials.yaml', import.meta.url));

/** How long it takes to start. */
export function benchStart() {
  printTitle('start');
  const [help, node] = [[], []];
  for (let turn = 0; turn < STARTS; turn++) {
    help.push(timeBackcast(['--help']));
    node.push(timeNode(['-e', '0']));
  }
  printFigure('backcast --help, median', median(help) * 1000, { unit: 'ms', digits: 0 });
  printFigure('node -e 0, median', median(node) * 1000, { unit: 'ms', digits: 0 });
  printFigure('backcast --help / node -e 0', median(help) / median(node), { most: 2 });
}

/** A bundled scenario with its report, the whole command. */
export function benchReport() {
  const file = ['finance', 'smallest']
    .map((name) => join(ROOT, 'scenarios', `${name}.yaml`))
    .find((path) => existsSync(path));
  printTitle('a bundled scenario with its report: backcast simulate FILE --format html');
  if (!file)
    return printNote('*** NOT MEASURED: there is neither finance.yaml nor smallest.yaml ***');
  printNote(file.slice(ROOT.length));
  const folder = mkdtempSync(join(tmpdir(), 'backcast-bench-'));
  const args = ['simulate', file, '--format', 'html', '--output', join(folder, 'report.html')];
  const runs = Array.from({ length: REPORTS }, () => measureBackcast(args));
  rmSync(folder, { recursive: true });
  printFigure('wall time, median', median(runs.map(({ seconds }) => seconds)), {
    unit: 's',
    most: 1.5,
  });
  printFigure('peak memory', Math.max(...runs.map(({ memory }) => memory)), {
    unit: 'MB',
    most: 300,
    digits: 0,
  });
}

/** Plays so many futures of `trials.yaml` on two threads, the whole command. */
export const measureTrials = (trials) =>
  measureBackcast(['simulate', TRIALS, '--trials', `${trials}`, '--workers', '2', '--json']);

/** A thousand futures of one workload under six strategies with copies and disasters. */
export function benchTrials() {
  printTitle(
    '1 000 trials: one workload, 5 years, a job a day, 6 strategies, copies, disasters, two cores',
  );
  const { seconds, cpu, memory } = measureTrials(1000);
  printFigure('wall time', seconds, { unit: 's', most: 10 });
  printFigure('all its threads together', cpu, { unit: 's' });
  printFigure('peak memory', memory, { unit: 'MB', most: 600, digits: 0 });
}
