import type { Command } from 'commander';
import { seedNumber, wholeNumber } from '../whole-number.ts';

/** Intervals narrow with the root of the trials: more than a million would tell nothing more. */
const MOST_TRIALS = 1_000_000;

/** More threads than any machine has. */
const MOST_WORKERS = 1024;

/** Adds the options that say how a scenario is played. */
export const definePlaying = (command: Command): Command =>
  command
    .option(
      '--trials <n>',
      'futures to play; 1 takes every uncertain input at its mean',
      wholeNumber({ least: 1, most: MOST_TRIALS }),
      1,
    )
    .option('--seed <n>', 'seed of all chance', seedNumber, 1)
    .option(
      '--workers <n>',
      'threads that play trials, at most; 1 starts none, and the result is the same (default: as many as there are cores)',
      wholeNumber({ least: 1, most: MOST_WORKERS }),
    )
    .option('--prices <file>', 'prices that stand in place of those of the catalog')
    .option('--unbounded', 'let stores grow beyond their capacity, to see what is needed');
