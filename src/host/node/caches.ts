import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { CacheState } from '../host.ts';
import { attempt } from './fault.ts';

/**
 * See `Host.dropCaches`. Only clean pages can be dropped, so `sync` first writes dirty pages to the
 * device, those of other programs too; this may take a while.
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
