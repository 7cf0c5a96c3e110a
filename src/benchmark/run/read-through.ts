import { joined, rootBytes } from '../../byte-path.ts';
import type { Host } from '../../host/host.ts';
import { pauses } from '../../pauses.ts';
import { sortedWalk } from '../manifest/sorted-walk.ts';

const BLOCK = new Uint8Array(1 << 20);

/** Reads every file of a tree once, so that the next reads are served from the page cache. */
export async function readThrough(
  host: Pick<Host, 'files' | 'clock' | 'yieldNow'>,
  root: string,
): Promise<void> {
  const pause = pauses(host);
  const base = rootBytes(root);
  for (const met of sortedWalk(host.files, root)) {
    if (met.met === 'unread' || met.facts.kind !== 'file') continue;
    const file = host.files.openRegular(joined(base, met.path));
    if (!file.ok) continue;
    for (let position = 0; ; position += BLOCK.length) {
      const read = file.value.read(BLOCK, position);
      if (!read.ok || read.value < BLOCK.length) break;
      await pause();
    }
    file.value.close();
  }
}
