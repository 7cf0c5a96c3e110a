import type { Command } from 'commander';

/** Where baselines are kept where nobody says. */
const STORE = 'backcast-baselines';

/** Options that choose runs of a store. */
export interface Chosen {
  readonly store: string;
  readonly branch?: string;
  readonly machine?: string;
}

/** Adds `--store`. */
export const defineStore = (command: Command): Command =>
  command.option('--store <folder>', 'the baseline store', STORE);

/** Adds `--store`, `--branch` and `--machine`. */
export const defineChosen = (command: Command): Command =>
  defineStore(command)
    .option('--branch <name>', 'runs of that branch alone')
    .option('--machine <class>', 'runs of that class of machines alone, as list calls it');
