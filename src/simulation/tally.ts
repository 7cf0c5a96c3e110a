import { type Flows, TERMS } from './flow-spec.ts';
import type { Guard } from './guard.ts';
import { LEVELS } from './plan.ts';
import type { Tally } from './run.ts';

/** A guard's numbers: terms of the job so far, then what had held up its class, then the levels. */
const NOTED = TERMS.length;
const talliesIn = ({ stages }: Flows): number => NOTED + stages;

/** The sums of a level, in this order: jobs, seconds, …, terms, and what held up each stage. */
const SECONDS = 1;
const WAIT = 2;
const BYTES_READ = 3;
const BYTES_STORED = 4;
const TERMS_AT = 5;
const HELD_AT = TERMS_AT + TERMS.length;

const widthOf = ({ stages }: Flows): number => HELD_AT + stages;

/** How many numbers a guard has. */
export const guardWidth = (flows: Flows): number =>
  talliesIn(flows) + LEVELS.length * widthOf(flows);

const tallyAt = ({ base, flows }: Guard, level: number): number =>
  base + talliesIn(flows) + level * widthOf(flows);

/** Seconds of the job so far that went into a term; see TERMS. */
export const termOf = ({ data, base }: Guard, term: number): number => data[base + term] as number;

export function addTerm({ data, base }: Guard, term: number, seconds: number): void {
  data[base + term] = (data[base + term] as number) + seconds;
}

export function clearTerms({ data, base }: Guard): void {
  for (let term = 0; term < TERMS.length; term++) data[base + term] = 0;
}

/** Notes for how long each stage had held up the class when the flow of a job joined it. */
export function noteHeld({ data, base }: Guard, held: Float64Array): void {
  const at = base + NOTED;
  for (let stage = 0; stage < held.length; stage++) data[at + stage] = held[stage] as number;
}

/** Adds the job that ended to the sums of its level; returns its seconds. */
export function tallyJob(guard: Guard, bytesStored: number): number {
  const { job, data } = guard;
  const at = tallyAt(guard, job.level);
  let seconds = 0;
  for (let term = 0, sum = at + TERMS_AT; term < TERMS.length; term++, sum++) {
    const part = termOf(guard, term);
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
export function tallyHeld(guard: Guard, held: Float64Array): void {
  const { job, data, flows } = guard;
  const before = guard.base + NOTED;
  const at = tallyAt(guard, job.level) + HELD_AT + (flows.stagesAt[job.phase] as number);
  for (let stage = 0; stage < held.length; stage++) {
    const seconds = (held[stage] as number) - (data[before + stage] as number);
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
