import { posix } from 'node:path';
import type { Host } from '../host/host.ts';

/** Resolves a path in a plan: relative to the plan's folder; `~/` is the home directory. */
export const planFile = (host: Host, folder: string, path: string): string =>
  posix.resolve(
    folder,
    path.startsWith('~/') ? posix.join(host.environment('HOME') ?? '', path.slice(2)) : path,
  );
