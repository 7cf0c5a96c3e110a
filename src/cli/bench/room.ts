import { roomFor, roomIn } from '../../benchmark/extent.ts';
import { extentsOf } from '../../benchmark/extents-of.ts';
import type { RunRequest } from '../../benchmark/run/open-run.ts';
import { format } from '../../units/dimension.ts';
import { SIZE } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';

/** Checks that the work directory has enough free space. Returns the bytes each target needs. */
export async function roomOf(
  context: CommandContext,
  { plan, work }: RunRequest,
): Promise<(target: string) => number> {
  const extents = await extentsOf(context.host, plan);
  const room = roomFor(plan, extents);
  const free = work.free();
  if (!free.ok || free.value >= room) return (target) => roomIn(plan, extents, target);
  throw refusal(
    `the plan needs up to ${format(SIZE, room)}, and ${work.path} has ${format(SIZE, free.value)} left`,
    'make room, name another --work, or take smaller datasets',
  );
}
