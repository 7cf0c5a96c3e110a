import { readFileSync } from 'node:fs';
import { attempt } from './fault.ts';

/** A mounted file system. */
export interface Mount {
  /** The mount point, as bytes. */
  readonly point: Buffer;
  /** The file system type, e.g. `ext4`. */
  readonly kind: string;
  /** The source, e.g. `/dev/vda` or `nfs.example:/x`. */
  readonly source: string;
  /** Major and minor number of the device, e.g. `254:0`. */
  readonly device: string;
  /** Options of the mount and of its file system, separated by commas. */
  readonly options: string;
}

/**
 * All mounts in mount order, later ones covering earlier ones; empty if the system does not list
 * them.
 */
export function mountPoints(): readonly Mount[] {
  const list = attempt(() => readFileSync('/proc/self/mountinfo', 'latin1'));
  return list.ok ? readMounts(list.value) : [];
}

/**
 * Parses `/proc/self/mountinfo`, decoded as latin1 (one character per byte).
 *
 * @example
 * readMounts('27 1 254:0 / /a\\040b rw - ext4 /dev/vda rw')
 * // [{ point: Buffer.from('/a b'), kind: 'ext4', source: '/dev/vda', device: '254:0',
 *   // options: 'rw' }]
 */
export function readMounts(list: string): readonly Mount[] {
  return list.split('\n').flatMap((line) => {
    const [before = '', after = ''] = line.split(' - ', 2);
    const [, , device, , point, options = ''] = before.split(' ');
    const [kind, source, more = ''] = after.split(' ');
    if (!device || !point || !kind || source === undefined) return [];
    const all = [...new Set([...options.split(','), ...more.split(',')])].filter(Boolean).join(',');
    return [
      {
        point: Buffer.from(plain(point), 'latin1'),
        ...{ kind, source: plain(source), device, options: all },
      },
    ];
  });
}

// Blanks, tabs, line breaks and backslashes are escaped as three octal digits.
const plain = (escaped: string): string =>
  escaped.replace(/\\([0-7]{3})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
