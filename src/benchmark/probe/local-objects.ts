import type { Host, WorkDirectory } from '../../host/host.ts';
import { storedBelow } from '../targets/stored-below.ts';
import type { Objects } from './objects.ts';

/** What the objects of a folder need. */
export interface LocalFolder {
  readonly host: Host;
  readonly work: WorkDirectory;
  /** Below the work directory; it is there. */
  readonly path: string;
}

/** Objects as files of a folder. */
export function localObjects({ host, work, path }: LocalFolder): Objects {
  const pathOf = (name: string) => `${path}/${name}`;
  return {
    write: (name, content) => work.writeThrough(pathOf(name), content),
    read: (name) => host.files.readThrough(pathOf(name)),
    list: async () => {
      const found = await storedBelow(host, path);
      return found.ok ? { ok: true, value: found.value.files } : found;
    },
    remove: (name) => work.removeFile(pathOf(name)),
    ...{ logIn: null, roundTrip: null, writeInParts: null },
    close: async () => {},
  };
}
