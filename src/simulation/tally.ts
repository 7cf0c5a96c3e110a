import { CHAIN_WIDTH } from './chain/chain.ts';
import { type Flows, TERMS } from './flow-spec.ts';
import { CHAIN_AT, type Guard, HELD_AT as NOTED_AT, termOf } from './guard.ts';
import { LEVELS } from './plan.ts';
import type { Tally } from './run.ts';

/** Where the sums of a level begin in a guard's numbers, and what stands there in which order. */
const TALLIES_AT = CHAIN_AT + CHAIN_WIDTH;
const SECONDS = 1;
const WAIT = 2;
const BYTES_READ = 3;
const BYTES_STORED = 4;
const TERMS_AT = 5;
const HELD_AT = TERMS_AT + TERMS.length;

/** The numbers of one level: sums over jobs, terms, and what held up each stage of each flow. */
const widthOf = ({ stages }: Flows): number => HELD_AT + stages;

/** How many numbers a guard has. */
export const guardWidth = (flows: Flows): number => TALLIES_AT + LEVELS.length * widthOf(flows);

const tallyAt = ({ base, flows }: Guard, level: number): number =>
  base + TALLIES_AT + level * widthOf(flows);

/** Adds the job that ended to the sums of its level; returns its seconds. */
export function tallyJob(guard: Guard, bytesStored: number): number {
  const { job, data } = guard;
  const at = tallyAt(guard, job.level);
  let seconds = 0;
  for (let term = 0, sum = at + TERMS_AT; term < TERMS.length; term++, sum++) {
    const part = termOf(job, term);
    seconds += part;
    data[sum] = (data[sum] as number) + part;
  }
  data[at] = (data[at] as number) + 1;
  data[at + SECONDS] = (data[at + SECONDS] as number) + seconds;
  data[at + WAIT] = (data[at + WAIT] as number) + job.wait;
  data[at + BYTES_READ] = (data[at + BYTES_READ] as number) + job.read;
  data[at + BYTES_STORED] = (data[at + BYTES_STORED] as number) + bytesStored;
  return seconds;
}

/** Adds for how long each stage held up the flow that leaves its class; see `noteHeld`. */
export function tallyHeld(guard: Guard, held: Float64Array, from: number, stages: number): void {
  const { job, data, flows } = guard;
  const before = guard.base + NOTED_AT;
  const at = tallyAt(guard, job.level) + HELD_AT + (flows.stagesAt[job.phase] as number);
  for (let stage = 0; stage < stages; stage++) {
    const seconds = (held[from + stage] as number) - (data[before + stage] as number);
    data[at + stage] = (data[at + stage] as number) + seconds;
  }
}

/** The sums of each level, as they are handed out. */
export const talliesOf = (guard: Guard): readonly Tally[] =>
  LEVELS.map((_, level) => {
    const { data, flows } = guard;
    const at = tallyAt(guard, level);
    return {
      count: data[at] as number,
      seconds: data[at + SECONDS] as number,
      wait: data[at + WAIT] as number,
      bytesRead: data[at + BYTES_READ] as number,
      bytesStored: data[at + BYTES_STORED] as number,
      terms: data.slice(at + TERMS_AT, at + HELD_AT),
      held: data.slice(at + HELD_AT, at + widthOf(flows)),
    };
  });
