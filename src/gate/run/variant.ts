import type { BackupTool, Invocation, Place } from '../../benchmark/tools/tool.ts';

/**
 * What takes the place of what a tool runs.
 *
 * @property programs paths by the names that they stand for.
 * @property self the command line of another build of backcast, for its engine; null for this one.
 */
export interface Exchange {
  readonly programs: ReadonlyMap<string, string>;
  readonly self: readonly string[] | null;
}

/** The same tool with other programs: all else about it stays, so that only they can differ. */
export function variantOf(adapter: BackupTool, { programs, self }: Exchange): BackupTool {
  const called = (invocation: Invocation): Invocation => ({
    ...invocation,
    program: programs.get(invocation.program) ?? invocation.program,
  });
  const all = (invocations: readonly Invocation[]): readonly Invocation[] =>
    invocations.map(called);
  const at = <P extends Pick<Place, 'self'>>(place: P): P => ({
    ...place,
    self: self ?? place.self,
  });
  const { version, inspect, check, restoreFile, retain } = adapter;
  return {
    ...adapter,
    programs: adapter.programs.map((name) => programs.get(name) ?? name),
    ...(version && { version: (place) => called(version(at(place))) }),
    init: (place) => all(adapter.init(at(place))),
    prepare: (place, point) => all(adapter.prepare(at(place), point)),
    backup: (place, point) => called(adapter.backup(at(place), point)),
    ...(inspect && { inspect: (place, point) => called(inspect(at(place), point)) }),
    ...(check && { check: (place, points) => all(check(at(place), points)) }),
    restore: (place, ...rest) => all(adapter.restore(at(place), ...rest)),
    ...(restoreFile && {
      restoreFile: (place, ...rest) => all(restoreFile(at(place), ...rest)),
    }),
    ...(retain && { retain: (place, ...rest) => called(retain(at(place), ...rest)) }),
    restored: (place, into) => adapter.restored(at(place), into),
    recover: (place, point) => all(adapter.recover(at(place), point)),
  };
}
