import { measureBackcast } from './command.js';
import { TRIALS } from './commands.js';
import { contention } from './scenarios.js';

/** Starts of one run: one alone is over too soon to be told from none. */
const STARTS = 10;

/**
 * What two builds are compared on: a command line, how often a run does it, and the scenario that is
 * written for it. Each takes a second or two.
 */
export const LOADS = {
  start: { argv: () => ['--help'], times: STARTS },
  engine: {
    argv: (file) => ['simulate', file, '--json'],
    times: 1,
    scenario: () => contention({ workloads: 60 }),
  },
  trials: {
    argv: () => ['simulate', TRIALS, '--trials', '16', '--workers', '1', '--json'],
    times: 1,
  },
};

const NONE = { restore: null, check: null, prune: null };

/** Runs a load with a build; what it takes, in the form in which the gate reads a series. */
export function measureLoad(name, program, files) {
  const { argv, times } = LOADS[name];
  const runs = Array.from({ length: times }, () => measureBackcast(argv(files[name]), program));
  const sum = (of) => runs.reduce((all, one) => all + of(one), 0);
  const memory = Math.max(...runs.map((one) => one.memory)) * 1e6;
  return {
    ...{ repetition: 1, steps: ['run'], faults: [], began: '' },
    times: {
      backup: { wall: sum((one) => one.seconds), quiet: null, work: sum((one) => one.cpu) },
      ...NONE,
    },
    amounts: { memory, stored: null, sent: null, objects: null, requests: null },
  };
}
