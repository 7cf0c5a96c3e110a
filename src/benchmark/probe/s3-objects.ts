import type { Host } from '../../host/host.ts';
import type { S3Repository } from '../targets/repository.ts';
import type { Objects } from './objects.ts';

/** Objects of a bucket, below a prefix; connections stay open between requests, as tools have it. */
export async function s3Objects(
  host: Pick<Host, 'objectStore'>,
  access: S3Repository,
): Promise<Objects> {
  const store = await host.objectStore(access);
  const keyOf = (name: string) => `${access.prefix}/${name}`;
  return {
    write: (name, content) => store.put(keyOf(name), content),
    read: (name) => store.readThrough(keyOf(name)),
    list: async () => {
      const found = await store.list(`${access.prefix}/`);
      return found.ok ? { ok: true, value: found.value.length } : found;
    },
    remove: (name) => store.removeOne(keyOf(name)),
    logIn: null,
    roundTrip: null,
    writeInParts: (name, content, part) => store.putInParts(keyOf(name), content, part),
    close: async () => store.close(),
  };
}
