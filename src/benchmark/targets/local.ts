import { posix } from 'node:path';
import type { Host, Outcome, WorkDirectory } from '../../host/host.ts';
import { placeNames, plain, UNMARKED } from './place.ts';
import { storedBelow } from './stored-below.ts';
import type { Target } from './target.ts';
import { occupied, unmarked, unusable } from './target-problem.ts';

/** Everything a local target needs. */
export interface LocalTarget {
  readonly host: Host;
  readonly work: WorkDirectory;
  readonly run: string;
  readonly name: string;
  readonly limit: number | null;
}

/** A target below the work directory. */
export function localTarget({ host, work, run, name, limit }: LocalTarget): Target {
  const names = placeNames(run, name);
  const base = posix.join(work.path, run, 'targets');
  const place = posix.join(base, names.place);
  const mark = posix.join(place, names.mark);
  const folder = (series: string) => posix.join(place, names.series, plain(series));
  const isThere = (path: string) => host.files.lstat(path).ok;
  const remove = (path: string): Outcome<void> => (isThere(mark) ? work.remove(path) : UNMARKED);
  return {
    ...{ name, kind: 'local', limit },
    open: async (how) => {
      if (how === 'again' && !isThere(mark)) throw unmarked(name, place);
      if (how === 'again') return;
      if (isThere(place)) throw occupied(name, place);
      const made = work.makeDirectory(place);
      const marked = made.ok ? work.open(mark, 'new') : made;
      if (!marked.ok) throw unusable(name, marked);
      marked.value.close();
    },
    repositoryFor: (series) => ({ kind: 'local', path: folder(series) }),
    traffic: () => null,
    makeSeries: async (series) => work.makeDirectory(folder(series)),
    stored: (series) => storedBelow(host, folder(series)),
    removeSeries: async (series) => remove(folder(series)),
    free: async () => work.free(),
    close: async () => {
      const emptied = remove(posix.join(place, names.series));
      return emptied.ok ? remove(place) : emptied;
    },
  };
}
