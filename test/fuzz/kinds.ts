import type { Fuzzer } from './fuzzer.ts';
import { plans, prices, scenarios } from './mutants.ts';
import { swarm } from './swarm.ts';

/** All kinds of tries, by their names on the command line. */
export const FUZZERS = { scenarios, plans, prices, swarm } as unknown as Readonly<
  Record<'scenarios' | 'plans' | 'prices' | 'swarm', Fuzzer>
>;

/** The name of a kind. */
export type Kind = keyof typeof FUZZERS;
