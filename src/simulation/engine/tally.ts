import { LEVELS, PRUNE, SYNTHETIC } from '../plan/levels.ts';
import { type Flows, TERMS } from '../sharing/flow-spec.ts';
import type { Protection } from './protection.ts';

/** Sums over the jobs of one protection at one level; times in seconds, sizes in bytes. */
export interface Tally {
  count: number;
  seconds: number;
  wait: number;
  bytesRead: number;
  bytesStored: number;
  /** Of prunes. */
  bytesFreed: number;
  readonly terms: Float64Array;
  /** Seconds for which each stage of its flows was the bottleneck (see `Flows`). */
  readonly bottleneckSeconds: Float64Array;
}

/**
 * Layout of the numbers of one protection. First the seconds of its current job: by term, then as
 * bottleneck of each stage of each flow. Then, for each level, the sums over its jobs: a count and
 * the sums below, followed by the same seconds.
 */
const SECONDS = 1;
const WAIT = 2;
const BYTES_READ = 3;
const BYTES_STORED = 4;
const SUMS = 5;

const partsOf = ({ stages }: Flows): number => TERMS.length + stages;

/** The last level is that of prunes, which most protections have none of. */
const levelsOf = ({ prune }: Flows): number => (prune < 0 ? PRUNE : LEVELS.length);

/** How many numbers a protection has. */
export const protectionWidth = (flows: Flows): number =>
  partsOf(flows) + levelsOf(flows) * (SUMS + partsOf(flows));

const tallyAt = ({ base, flows }: Protection, level: number): number =>
  base + partsOf(flows) + level * (SUMS + partsOf(flows));

/** Seconds of the current job in a term; see TERMS. */
export const termOf = ({ data, base }: Protection, term: number): number =>
  data[base + term] as number;

/** Adds seconds to a term of the current job; see TERMS. */
export function addTerm({ data, base }: Protection, term: number, seconds: number): void {
  data[base + term] = (data[base + term] as number) + seconds;
}

/**
 * Adds the bottleneck seconds of a class to a job's flow: by -1 as it joins the class, by 1 as it
 * leaves, which leaves the difference.
 *
 * @param bottleneckSeconds seconds by stage since the class began.
 */
export function addBottleneckSeconds(
  { data, base, flows, job }: Protection,
  bottleneckSeconds: Float64Array,
  by: -1 | 1,
): void {
  const at = base + TERMS.length + (flows.stagesAt[job.phase] as number);
  for (let stage = 0; stage < bottleneckSeconds.length; stage++) {
    data[at + stage] = (data[at + stage] as number) + by * (bottleneckSeconds[stage] as number);
  }
}

/** Adds bottleneck seconds of one stage of a phase to the current job. */
export function addBottleneckSecondsOf(
  { data, base, flows }: Protection,
  phase: number,
  stage: number,
  seconds: number,
): void {
  const at = base + TERMS.length + (flows.stagesAt[phase] as number) + stage;
  data[at] = (data[at] as number) + seconds;
}

/** Resets the numbers of the current job. */
export function clearJob({ data, base, flows }: Protection): void {
  const end = base + partsOf(flows);
  for (let at = base; at < end; at++) data[at] = 0;
}

/** Adds the current job to the sums of its level; returns its duration in seconds. */
export function tallyJob(protection: Protection): number {
  const { job, data, base, flows } = protection;
  const at = tallyAt(protection, job.level);
  let seconds = 0;
  let [from, to] = [base, at + SUMS];
  for (const end = base + TERMS.length; from < end; from++, to++) {
    const part = data[from] as number;
    seconds += part;
    data[to] = (data[to] as number) + part;
  }
  for (const end = base + partsOf(flows); from < end; from++, to++) {
    data[to] = (data[to] as number) + (data[from] as number);
  }
  data[at] = (data[at] as number) + 1;
  data[at + SECONDS] = (data[at + SECONDS] as number) + seconds;
  data[at + WAIT] = (data[at + WAIT] as number) + job.wait;
  data[at + BYTES_READ] = (data[at + BYTES_READ] as number) + job.read;
  data[at + BYTES_STORED] = (data[at + BYTES_STORED] as number) + pointBytes(protection);
  return seconds;
}

/**
 * Stored bytes of the newest point; of a synthetic full the full, not the increment it was built
 * with.
 */
const pointBytes = ({ job, chain, sizes }: Protection): number =>
  job.level === SYNTHETIC && chain.style === 'forward' && !chain.clones
    ? sizes.full(job.source)
    : job.store;

/** Copies of the sums, by level. */
export const talliesOf = (protection: Protection): readonly Tally[] =>
  LEVELS.slice(0, levelsOf(protection.flows)).map((_, level) => {
    const { data, flows } = protection;
    const at = tallyAt(protection, level);
    const bottlenecksAt = at + SUMS + TERMS.length;
    return {
      count: data[at] as number,
      seconds: data[at + SECONDS] as number,
      wait: data[at + WAIT] as number,
      bytesRead: data[at + BYTES_READ] as number,
      bytesStored: data[at + BYTES_STORED] as number,
      bytesFreed: level === PRUNE ? protection.freed : 0,
      terms: data.slice(at + SUMS, bottlenecksAt),
      bottleneckSeconds: data.slice(bottlenecksAt, bottlenecksAt + flows.stages),
    };
  });
