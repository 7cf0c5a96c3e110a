import { dismountSeconds, mountSeconds } from '../../model/tape.ts';
import { tapeWaves } from '../../model/tape-job.ts';
import { handled, type Shelf } from '../chain/shelf.ts';
import type { TapePlan } from '../plan/tape.ts';

/** Seconds of cartridge handling before and after a job's bytes move; all drives work in step. */
export interface Handling {
  readonly before: number;
  readonly after: number;
}

/** The cartridge handling of a job that writes `bytes` with some drives. */
export function handlingSeconds(
  { handling }: TapePlan,
  shelf: Shelf,
  bytes: number,
  drives: number,
): Handling {
  const { cartridges, blanks, goesOn } = handled(shelf, bytes);
  if (cartridges === 0) return { before: 0, after: 0 };
  const first = mountSeconds(handling, goesOn ? 'middle' : 'beginning');
  const after = dismountSeconds(handling, bytes / cartridges);
  const changes =
    (tapeWaves(cartridges, drives) - 1) * (mountSeconds(handling, 'beginning') + after);
  const fresh = tapeWaves(blanks, drives) * handling.initialisation;
  return { before: first + changes + fresh, after };
}
