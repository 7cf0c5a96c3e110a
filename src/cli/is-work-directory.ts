import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { MARK_NAME } from '../host/node/place.ts';
import { isTemporaryName } from '../host/node/temporary-name.ts';

/** Whether a folder bears the mark of a work directory; nothing is made, and nothing opened. */
export function isWorkDirectory(host: Host, folder: string): boolean {
  const mark = host.files.lstat(join(folder, MARK_NAME));
  return mark.ok && mark.value.kind === 'file';
}

/** Whether the marking of a folder was broken off, so that it holds nothing but what that left. */
export function isMarkedHalfway({ files }: Host, folder: string): boolean {
  const directory = files.openDirectory(folder);
  if (!directory.ok) return false;
  let found = false;
  try {
    for (;;) {
      const name = directory.value.next();
      if (!name.ok) return false;
      if (name.value === undefined) return found;
      if (!isTemporaryName(new TextDecoder().decode(name.value))) return false;
      found = true;
    }
  } finally {
    directory.value.close();
  }
}
