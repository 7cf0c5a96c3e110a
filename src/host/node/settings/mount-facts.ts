import { readFileSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import type { MountFacts } from '../../machine.ts';
import { attempt } from '../fault.ts';
import { type Mount, mountPoints } from '../mounts.ts';
import { isWithin } from '../place.ts';

/** See `Host.mount`. */
export function mountFacts(path: string): MountFacts | null {
  const mount = mountOf(path);
  if (!mount) return null;
  const { kind, source, options } = mount;
  return { fileSystem: kind, device: source, rotational: rotational(mount), options };
}

/** The mount that contains a path: the deepest; of equals the last, which covers the others. */
function mountOf(path: string): Mount | undefined {
  const bytes = Buffer.from(path);
  return mountPoints()
    .filter(({ point }) => isWithin(point, bytes))
    .reduce<Mount | undefined>(
      (best, mount) => (best && best.point.length > mount.point.length ? best : mount),
      undefined,
    );
}

function rotational({ device, source }: Mount): boolean | null {
  const node = attempt(() => realpathSync(source));
  // Some file systems use device numbers of their own; then the name of the source may help.
  const folders = [`/sys/dev/block/${device}`];
  if (node.ok) folders.push(`/sys/class/block/${basename(node.value)}`);
  for (const folder of folders) {
    // A partition has no queue of its own; its disk, one level up, has.
    const flag = flagIn(`${folder}/queue`) ?? flagIn(`${folder}/../queue`);
    if (flag !== undefined) return flag === '1';
  }
  return null;
}

function flagIn(queue: string): string | undefined {
  const read = attempt(() => readFileSync(`${queue}/rotational`, 'latin1').trim());
  return read.ok ? read.value : undefined;
}
