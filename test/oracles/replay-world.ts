import type { ChainInputs } from './chain-scenario.ts';
import { DAY } from './dates.ts';

/** A file of the chain. */
export interface File {
  kind: string;
  /** instant of the run it holds, ms */
  time: number;
  size: number;
  readonly marks: Set<string>;
  /** the older file it shares blocks with */
  base: File | null;
  gone: boolean;
}

export interface World {
  readonly inputs: ChainInputs;
  readonly size: (time: number) => number;
  readonly left: number;
  readonly change: number;
  /** oldest first */
  chain: File[];
  aside: File[];
}

export const fullSize = ({ size, left }: World, time: number): number => size(time) * left;
export const partSize = (world: World, time: number): number =>
  fullSize(world, time) * world.change;

export const newFile = (kind: string, time: number, size: number): File => ({
  kind,
  time,
  size,
  marks: new Set(),
  base: null,
  gone: false,
});

/** Drops files from the chain. */
export function remove(world: World, goes: (file: File, index: number) => boolean): void {
  for (const [index, file] of world.chain.entries()) file.gone = goes(file, index);
  world.chain = world.chain.filter(({ gone }) => !gone);
  relink(world);
}

/** What shared blocks with a file that is gone shares with that file's nearest base that is not. */
export function relink(world: World): void {
  for (const file of [...world.aside, ...world.chain]) {
    if (!file.base?.gone) continue;
    while (file.base?.gone) file.base = file.base.base;
    resize(world, file);
  }
}

/** A full in its ordinary size, or less what it shares, rounded down to whole bytes. */
export function resize(world: World, full: File): void {
  const { base } = full;
  full.size = fullSize(world, full.time);
  if (!base) return;
  const fresh = newShare(Math.floor((full.time - base.time) / DAY), world.change);
  // The rule says nothing of a source that shrinks; what is stored is never less than nothing.
  full.size = Math.max(0, full.size - Math.floor(fullSize(world, base.time) * (1 - fresh)));
}

function newShare(days: number, change: number): number {
  const ages = [
    [2, 1],
    [14, 3],
    [38, 5],
    [100, 9],
    [193, 12],
    [286, 15],
    [379, 18],
  ] as const;
  const byAge = (ages.find(([below]) => days < below)?.[1] ?? Infinity) * change;
  return Math.max(change, Math.min(1, byAge, Math.max(days, 1) * change));
}
