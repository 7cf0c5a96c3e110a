import type { Row } from './chain-answers.ts';
import type { ChainInputs } from './chain-scenario.ts';
import { DAY, dayOf, HOUR, written } from './dates.ts';
import { ranksOf } from './replay-gfs.ts';
import { type Days, makePoint } from './replay-styles.ts';
import type { File, World } from './replay-world.ts';

const GIB = 2 ** 30;
const TIB = 2 ** 40;

/** What a replay of all runs comes to; the names are those of the cases. */
export interface Replayed {
  readonly peakRun: string;
  readonly storedAtPeakGiB: number;
  readonly workspaceGiB: number;
  readonly filesAtPeak: number;
  readonly fullsAtPeak: number;
  readonly filesOnLastDay: number;
  readonly storedOnLastDayGiB: number;
  readonly chainAtPeak: readonly Row[];
  /** stored and workspace after each run, GiB, by its instant */
  readonly afterRun: ReadonlyMap<string, number>;
}

/**
 * Plays a chain run by run, naively, from the rules that restore-point-chains.json states in
 * words: plain objects, everything worked out anew after every run. It shares nothing with the
 * simulator, so that the two can be held against each other.
 */
export function replay(inputs: ChainInputs): Replayed {
  const [first, last] = [Date.parse(inputs.firstRun), Date.parse(inputs.lastRun)];
  const growth = inputs.growthPerYearPercent / 100;
  const world: World = {
    inputs,
    size: (time) =>
      inputs.sourceSizeGiB * GIB * (1 + growth) ** (Math.floor((time - first) / DAY) / 365),
    left: inputs.style === 'replica' ? 1 : inputs.dataLeftAfterReductionPercent / 100,
    change: inputs.changePerRunPercent / 100,
    chain: [],
    aside: [],
  };
  const days: Days = { active: new Set([dayOf(first)]), synthetic: new Set() };
  let highest: Omit<Replayed, 'filesOnLastDay' | 'storedOnLastDayGiB' | 'afterRun'> | null = null;
  let most = 0;
  const afterRun = new Map<string, number>();
  for (let time = first; time <= last; time += inputs.intervalHours * HOUR) {
    makePoint(world, time, days);
    const workspaceGiB = workspaceOf(world, time) / GIB;
    const needed = storedGiB(world) + workspaceGiB;
    afterRun.set(written(time), needed);
    // Sums that differ only by rounding are the same.
    if (needed <= most * (1 + 1e-12)) continue;
    most = needed;
    highest = { peakRun: written(time), workspaceGiB, ...stateOf(world) };
  }
  if (!highest) throw new Error('no run');
  const end = stateOf(world);
  const { filesAtPeak: filesOnLastDay, storedAtPeakGiB: storedOnLastDayGiB } = end;
  return { ...highest, filesOnLastDay, storedOnLastDayGiB, afterRun };
}

function workspaceOf({ inputs, left, change, size }: World, time: number): number {
  const source = inputs.style === 'replica' ? size(time) * Math.min(3 * change, 1) : size(time);
  const slices = [
    [10, 1.05],
    [10, 0.66],
    [80, 0.4],
    [400, 0.25],
    [Infinity, 0.1],
  ] as const;
  let rest = source;
  let room = 0;
  for (const [tib, share] of slices) {
    const slice = Math.min(rest, tib * TIB);
    room += slice * share;
    rest -= slice;
  }
  return room * left;
}

const filesOf = ({ aside, chain }: World): readonly File[] => [...aside, ...chain];

const storedGiB = (world: World): number =>
  filesOf(world).reduce((sum, { size }) => sum + size, 0) / GIB;

function stateOf(world: World) {
  const files = filesOf(world);
  const open = world.inputs.style === 'replica' ? 1 : 0;
  const isFull = ({ kind }: File): boolean => /full|disk/.test(kind);
  return {
    storedAtPeakGiB: storedGiB(world),
    filesAtPeak: files.length + open,
    fullsAtPeak: files.filter(isFull).length,
    chainAtPeak: rowsOf(world),
  };
}

/** The files as the cases write them; a replica's open snapshot is left out. */
function rowsOf(world: World): readonly Row[] {
  const ranks = ranksOf(world);
  const { length } = world.chain;
  const row = ({ kind, time, size, base }: File): Row => ({
    time: written(time),
    kind: base ? `${kind}-cloned` : kind,
    sizeGiB: size / GIB,
  });
  return [
    ...world.aside.map((file) => ({ ...row(file), gfs: { ...ranks.get(file) } })),
    ...world.chain.map((file, index) => {
      const position = length - index;
      const { points } = world.inputs;
      return { ...row(file), position, ...(position > points && { keptFor: points }) };
    }),
  ];
}
