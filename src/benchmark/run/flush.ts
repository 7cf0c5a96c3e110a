import type { Host, WorkDirectory } from '../../host/host.ts';
import type { Measurement } from '../measurement.ts';

/** What writing files out needs. */
type Flushing = {
  readonly host: Pick<Host, 'processes' | 'environment' | 'load'>;
  readonly work: Pick<WorkDirectory, 'path'>;
};

/**
 * Writes the file system that holds a path out to its device, by coreutils' `sync`; returns the
 * seconds that took, or null where there is no such program.
 */
async function writeOut({ host, work }: Flushing, path: string): Promise<number | null> {
  const ended = await host.processes.run({
    program: 'sync',
    args: ['--file-system', '--', path],
    cwd: work.path,
    env: { PATH: host.environment('PATH') ?? '', LC_ALL: 'C' },
  });
  return ended.ok && ended.value.exit === 0 ? ended.value.usage.wall : null;
}

/** Fewer bytes that wait to be written do not hold the next step up. */
const SETTLED = 16 * 2 ** 20;
/** Others may write all the time, so it is not waited for longer. */
const TRIES = 3;

/** Has what earlier steps wrote written out, so that the next one does not pay for it. */
export async function settleWrites(flushing: Flushing): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const { dirty } = flushing.host.load();
    if (tried > 0 && (dirty === null || dirty < SETTLED)) return;
    if ((await writeOut(flushing, flushing.work.path)) === null) return;
  }
}

/**
 * Writes out what a step has written, which its own time does not hold.
 *
 * @param path in the file system that the step wrote to; null if that is on another machine.
 * @param before bytes that waited to be written when the step began.
 */
export async function flushed(
  flushing: Flushing,
  path: string | null,
  before: number | null,
): Promise<Measurement['flush']> {
  const { dirty: after } = flushing.host.load();
  const seconds = path === null ? null : await writeOut(flushing, path);
  return { seconds, dirty: before === null || after === null ? null : { before, after } };
}
