import { posix } from 'node:path';
import type { Outcome } from '../../host/host.ts';
import { placeNames, plain, UNMARKED } from './place.ts';
import type { SshRepository } from './repository.ts';
import { callRemote, type SshCall, type SshCaller } from './ssh-call.ts';
import type { Stored, Target } from './target.ts';
import { occupied, unmarked, unusable } from './target-problem.ts';

/** Everything an ssh target needs; `access.path` is the target's base. */
export interface SshTarget extends SshCaller {
  readonly run: string;
  readonly name: string;
  readonly limit: number | null;
}

/** Largest listing of a repository, in bytes. */
const LISTING = 2 ** 30;

/**
 * A target on a host reached by ssh. The host needs `mkdir`, `rmdir`, `touch`, `test`, `rm`, `df`
 * and a `find` with `-printf`, in addition to what a tool needs.
 */
export function sshTarget(given: SshTarget): Target {
  const { run, name, limit, access, host, work } = given;
  const names = placeNames(run, name);
  const place = posix.join(access.path, names.place);
  const mark = posix.join(place, names.mark);
  const folder = (series: string) => posix.join(place, names.series, plain(series));
  const call = (words: readonly string[], more: Omit<SshCall, 'words'> = {}) =>
    callRemote(given, { words, ...more });
  const isMarked = () => isTrue(call(['test', '-f', mark]));
  const remove = async (...paths: readonly string[]): Promise<Outcome<void>> => {
    const marked = await isMarked();
    if (!marked.ok) return marked;
    if (!marked.value) {
      // A run that was ended before it set the mark; a place that holds anything stays.
      await call(['rmdir', '--', place]);
      return UNMARKED;
    }
    for (const path of paths) {
      const removed = await call(['rm', '-rf', '--', path]);
      if (!removed.ok) return removed;
    }
    return DONE;
  };
  return {
    ...{ name, kind: 'ssh', limit },
    open: async (how) => {
      if (how === 'again') {
        const marked = await isMarked();
        if (!marked.ok) throw unusable(name, marked);
        if (!marked.value) throw unmarked(name, place);
        return;
      }
      // Fails if anything exists there, even if it appeared just now.
      const made = await call(['mkdir', '-m', '700', '--', place]);
      if (!made.ok) {
        const exists = made.code === 'exit 1' ? await isTrue(call(['test', '-e', place])) : made;
        throw exists.ok && exists.value ? occupied(name, place) : unusable(name, made);
      }
      const marked = await call(['touch', '--', mark]);
      if (marked.ok) return;
      // A place without a mark could never be removed later; `rmdir` removes it only if it is
      // empty.
      await call(['rmdir', '--', place]);
      throw unusable(name, marked);
    },
    repositoryFor: (series): SshRepository => ({ ...access, path: folder(series) }),
    traffic: () => null,
    makeSeries: async (series) => quietly(await call(['mkdir', '-p', '--', folder(series)])),
    stored: async (series) => {
      // In the folder of the run, which is removed with it even if this process is ended here.
      const outputFile = posix.join(work.path, run, `listing-${names.place}`);
      work.makeDirectory(posix.dirname(outputFile));
      const words = ['find', folder(series), '-type', 'f', '-printf', '%i:%s,'];
      const listed = await call(words, { outputFile });
      const read = listed.ok ? await host.files.read(outputFile, LISTING) : listed;
      work.remove(outputFile);
      return read.ok ? { ok: true, value: countListing(Buffer.from(read.value).toString()) } : read;
    },
    removeSeries: (series) => remove(folder(series)),
    free: async () => {
      const reported = await call(['df', '-P', '-k', '--', access.path]);
      return reported.ok ? { ok: true, value: freeIn(reported.value) } : reported;
    },
    close: () => remove(posix.join(place, names.series), place),
  };
}

const DONE: Outcome<void> = { ok: true, value: undefined };

const quietly = (outcome: Outcome<unknown>): Outcome<void> => (outcome.ok ? DONE : outcome);

/** Runs `test`: exit code 1 means no, higher codes mean that it failed. */
async function isTrue(test: Promise<Outcome<unknown>>): Promise<Outcome<boolean>> {
  const answer = await test;
  if (answer.ok) return { ok: true, value: true };
  return answer.code === 'exit 1' ? { ok: true, value: false } : answer;
}

/** Parses `inode:bytes,` of each file; a file with several hard links counts once. */
function countListing(listing: string): Stored {
  const sizes = new Map<string, number>();
  for (const [, inode = '', size] of listing.matchAll(/(\d+):(\d+),/g)) {
    sizes.set(inode, Number(size));
  }
  return { bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0), files: sizes.size };
}

/** The fourth column of the last line of `df -P -k`, converted to bytes. */
function freeIn(reported: string): number | null {
  const kibibytes = Number(reported.trim().split('\n').at(-1)?.split(/\s+/)[3]);
  return Number.isFinite(kibibytes) ? kibibytes * 1024 : null;
}
