import { posix } from 'node:path';
import type { Host } from '../host/host.ts';

/** The place of a file that a plan names: relative to the plan's folder, `~/` being the home. */
export const planFile = (host: Host, folder: string, path: string): string =>
  posix.resolve(
    folder,
    path.startsWith('~/') ? posix.join(host.environment('HOME') ?? '', path.slice(2)) : path,
  );
