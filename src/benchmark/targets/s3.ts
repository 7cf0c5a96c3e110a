import type { ObjectStore, Outcome } from '../../host/host.ts';
import { placeNames, plain, UNMARKED } from './place.ts';
import type { S3Repository } from './repository.ts';
import type { Target } from './target.ts';
import { occupied, unmarked, unusable } from './target-problem.ts';

/** Everything an S3 target needs; `access.prefix` is the target's base and may be empty. */
export interface S3Target {
  readonly store: ObjectStore;
  readonly access: S3Repository;
  readonly run: string;
  readonly name: string;
  readonly limit: number | null;
}

/** A target in a bucket of an S3-compatible service. Series need no folders there. */
export function s3Target({ store, access, run, name, limit }: S3Target): Target {
  const names = placeNames(run, name);
  const place = access.prefix === '' ? names.place : `${access.prefix}/${names.place}`;
  const mark = `${place}/${names.mark}`;
  const prefix = (series: string) => `${place}/${names.series}/${plain(series)}`;
  const isMarked = async (): Promise<Outcome<boolean>> => {
    const found = await store.list(mark);
    return found.ok ? { ok: true, value: found.value.some(({ key }) => key === mark) } : found;
  };
  const remove = async (...prefixes: readonly string[]): Promise<Outcome<void>> => {
    const marked = await isMarked();
    if (!marked.ok) return marked;
    if (!marked.value) return UNMARKED;
    for (const folder of prefixes) {
      const removed = await store.remove(`${folder}/`);
      if (!removed.ok) return removed;
    }
    return { ok: true, value: undefined };
  };
  return {
    ...{ name, kind: 's3', limit },
    open: async (how) => {
      const found = await store.list(how === 'again' ? mark : `${place}/`);
      if (!found.ok) throw unusable(name, found);
      const isThere = found.value.length > 0;
      if (how === 'again' && !isThere) throw unmarked(name, place);
      if (how === 'again') return;
      if (isThere) throw occupied(name, place);
      const marked = await store.put(mark, new Uint8Array());
      if (!marked.ok) throw unusable(name, marked);
    },
    repositoryFor: (series) => ({ ...access, prefix: prefix(series) }),
    traffic: () => null,
    makeSeries: async () => ({ ok: true, value: undefined }),
    stored: async (series) => {
      const found = await store.list(`${prefix(series)}/`);
      if (!found.ok) return found;
      const bytes = found.value.reduce((sum, object) => sum + object.bytes, 0);
      return { ok: true, value: { bytes, files: found.value.length } };
    },
    removeSeries: (series) => remove(prefix(series)),
    free: async () => ({ ok: true, value: null }),
    close: async () => {
      const closed = await remove(`${place}/${names.series}`, place);
      store.close();
      return closed;
    },
  };
}
