import { join } from 'node:path';
import type { Host } from '../host/host.ts';
import { MARK_NAME } from '../host/node/place.ts';

/** Whether a folder bears the mark of a work directory; nothing is made, and nothing opened. */
export function isWorkDirectory(host: Host, folder: string): boolean {
  const mark = host.files.lstat(join(folder, MARK_NAME));
  return mark.ok && mark.value.kind === 'file';
}
