import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { CacheState } from '../host.ts';
import { attempt } from './fault.ts';

/**
 * See `Host.dropCaches`. Only what is on the device can be dropped, so all is written there first.
 * That also holds for other programs of the machine, and takes as long as they have left it.
 */
export function dropCaches(): CacheState {
  if (process.platform !== 'linux') {
    return { state: 'uncontrolled', because: 'this system has no way to drop its caches' };
  }
  spawnSync('sync', [], { stdio: 'ignore' });
  const dropped = attempt(() => writeFileSync('/proc/sys/vm/drop_caches', '3'));
  return dropped.ok
    ? { state: 'cold', by: 'caches dropped' }
    : { state: 'uncontrolled', because: `caches cannot be dropped: ${dropped.reason}` };
}
