import { posix } from 'node:path';
import type { DeclaredTarget } from './declared-target.ts';
import { placeNames } from './place.ts';

/**
 * Describes the place of a run in a target, so that a person can find it.
 *
 * @example
 * placeText(declared, '7f3a', 'vault') // 'target vault (me@host:/srv/backups/backcast-7f3a-vault)'
 */
export function placeText(declared: DeclaredTarget, run: string, target: string): string {
  const { place } = placeNames(run, target);
  switch (declared.kind) {
    case 'local':
      return `target ${target}`;
    case 'ssh': {
      const { user, host, path } = declared;
      return `target ${target} (${user}@${host}:${posix.join(path, place)})`;
    }
    case 's3': {
      const { endpoint, bucket, prefix } = declared;
      return `target ${target} (${endpoint}/${posix.join(bucket, prefix, place)}/)`;
    }
  }
}
