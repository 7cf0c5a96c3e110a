import type { ChainInputs } from './chain-scenario.ts';
import { DAY, dayOf, weekdayOf } from './dates.ts';
import { marksOf, sundays, thinOut } from './replay-gfs.ts';
import {
  type File,
  fullSize,
  newFile,
  partSize,
  remove,
  resize,
  type World,
} from './replay-world.ts';

/** Days on which an active or a synthetic full was made. */
export interface Days {
  readonly active: Set<number>;
  readonly synthetic: Set<number>;
}

/** What one run does: makes the point, merges, and drops what nothing needs. */
export function makePoint(world: World, time: number, days: Days): void {
  switch (world.inputs.style) {
    case 'forward':
      forward(world, time, days);
      break;
    case 'reverse':
      reverse(world, time, days);
      break;
    case 'copy':
      copy(world, time);
      break;
    case 'replica':
      replica(world, time);
  }
}

function forward(world: World, time: number, days: Days): void {
  const { chain, inputs } = world;
  const before = chain.at(-1) ?? null;
  if (!before || isActiveDay(inputs, time, days)) {
    chain.push(newFile('active-full', time, fullSize(world, time)));
    days.active.add(dayOf(time));
  } else if (isSyntheticDay(inputs, time, days)) {
    days.synthetic.add(dayOf(time));
    const full = newFile('synthetic-full', time, fullSize(world, time));
    if (inputs.blockClone) full.base = before;
    chain.push(full);
    resize(world, full);
  } else chain.push(newFile('increment', time, partSize(world, time)));
  const { activeFullWeekdays, syntheticFullWeekdays, monthlyActiveFull, points } = inputs;
  const forever =
    activeFullWeekdays.length === 0 && syntheticFullWeekdays.length === 0 && !monthlyActiveFull;
  if (forever) {
    mergeBeyond(world, points);
    return;
  }
  // Beyond N a point stays only with the base that the point at position N has.
  const baseOf = (index: number): number => {
    let full = index;
    while (chain[full]?.kind === 'increment') full--;
    return full;
  };
  const atN = chain.length - points;
  if (atN > 0) remove(world, (_, index) => index < atN && baseOf(index) !== baseOf(atN));
}

function isActiveDay(inputs: ChainInputs, time: number, { active }: Days): boolean {
  if (active.has(dayOf(time))) return false;
  const { monthlyActiveFull: monthly } = inputs;
  if (!monthly) return inputs.activeFullWeekdays.includes(weekdayOf(time));
  const date = new Date(time);
  const inMonth = (week: number): number =>
    new Date(time + week * 7 * DAY).getUTCMonth() - date.getUTCMonth();
  const fits =
    monthly.occurrenceInMonth === 5
      ? inMonth(1) !== 0
      : inMonth(1 - monthly.occurrenceInMonth) === 0 && inMonth(-monthly.occurrenceInMonth) !== 0;
  return weekdayOf(time) === monthly.weekday && fits;
}

const isSyntheticDay = (inputs: ChainInputs, time: number, { active, synthetic }: Days): boolean =>
  inputs.syntheticFullWeekdays.includes(weekdayOf(time)) &&
  !active.has(dayOf(time)) &&
  !synthetic.has(dayOf(time));

function reverse(world: World, time: number, days: Days): void {
  const { chain, inputs } = world;
  const newest = chain.at(-1);
  if (!newest || isActiveDay(inputs, time, days)) {
    chain.push(newFile('active-full', time, fullSize(world, time)));
    days.active.add(dayOf(time));
  } else {
    chain.splice(-1, 1, newFile('reverse-increment', newest.time, partSize(world, newest.time)));
    chain.push(newFile('synthetic-full', time, fullSize(world, time)));
  }
  // Whatever lies beyond N is older than all that is kept, and nothing kept needs it.
  remove(world, (_, index) => index < chain.length - inputs.points);
}

function replica(world: World, time: number): void {
  const [kind, size] =
    world.chain.length === 0
      ? ['replica-disk', world.size(time)]
      : ['replica-snapshot', partSize(world, time)];
  world.chain.push(newFile(kind, time, size));
  mergeBeyond(world, world.inputs.points);
}

/** The full takes over the oldest increment's time, and is as large as a full of that time. */
function mergeBeyond(world: World, points: number): void {
  const [full, increment] = world.chain;
  if (!full || !increment || world.chain.length <= points) return;
  full.time = increment.time;
  if (full.kind !== 'replica-disk') full.kind = 'synthetic-full';
  full.marks.clear();
  for (const mark of increment.marks) full.marks.add(mark);
  world.chain.splice(1, 1);
  resize(world, full);
}

function copy(world: World, time: number): void {
  const { chain, inputs } = world;
  const before = chain.at(-1);
  const point = before
    ? newFile('increment', time, partSize(world, time))
    : newFile('synthetic-full', time, fullSize(world, time));
  chain.push(point);
  if (!before) return;
  for (const moment of sundays(before.time, time)) {
    const closer = moment - before.time < time - moment ? before : point;
    for (const mark of marksOf(moment, inputs)) closer.marks.add(mark);
  }
  const [full, increment] = chain;
  if (!full || !increment || chain.length <= inputs.points) return;
  if (full.marks.size === 0) mergeBeyond(world, inputs.points);
  else setAside(world, full, increment);
  thinOut(world);
}

function setAside(world: World, full: File, increment: File): void {
  full.kind = 'gfs-full';
  world.aside.push(full);
  const working: File = { ...increment, kind: 'synthetic-full' };
  working.base = world.inputs.blockClone ? full : null;
  world.chain.splice(0, 2, working);
  resize(world, working);
}
