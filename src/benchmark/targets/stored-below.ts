import type { Host, Outcome, Path } from '../../host/host.ts';
import type { Stored } from './target.ts';

/** Entries between two yields to the event loop. */
const ENTRIES_BETWEEN_YIELDS = 2_000;

/**
 * Counts regular files below a folder and their bytes; a file with several hard links counts once.
 */
export async function storedBelow(host: Host, folder: string): Promise<Outcome<Stored>> {
  return host.heedingSignals(async () => {
    const left: Path[] = [folder];
    const known = new Set<bigint>();
    let [bytes, files, seen] = [0, 0, 0];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const names = namesIn(host, next);
      if (!names.ok) return names;
      for (const name of names.value) {
        if (++seen % ENTRIES_BETWEEN_YIELDS === 0) await host.yieldNow();
        const path = Buffer.concat([Buffer.from(next), SLASH, name]);
        const facts = host.files.lstat(path);
        if (!facts.ok) return facts;
        const { kind, size, inode, links } = facts.value;
        if (kind === 'directory') left.push(path);
        if (kind !== 'file' || known.has(inode)) continue;
        if (links > 1) known.add(inode);
        bytes += size;
        files++;
      }
    }
    return { ok: true, value: { bytes, files } };
  });
}

const SLASH = Buffer.from('/');

function namesIn(host: Host, folder: Path): Outcome<readonly Uint8Array[]> {
  const opened = host.files.openDirectory(folder);
  if (!opened.ok) return opened;
  const names: Uint8Array[] = [];
  try {
    for (;;) {
      const next = opened.value.next();
      if (!next.ok) return next;
      if (next.value === undefined) return { ok: true, value: names };
      names.push(next.value);
    }
  } finally {
    opened.value.close();
  }
}
