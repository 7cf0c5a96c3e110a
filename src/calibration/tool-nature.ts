import type { Opening } from '../benchmark/measurement.ts';
import { TOOLS } from '../catalog/tools.ts';
import type { ChunkLengths } from '../model/granularity.ts';

/**
 * What of a tool decides which bytes it stores anew.
 *
 * @property like the tool of the catalog that it is.
 * @property chunk lengths of its chunks; null where it stores whole files.
 * @property shrinks whether it stores compressed.
 */
export interface ToolNature {
  readonly like: string;
  readonly chunk: ChunkLengths | null;
  readonly shrinks: boolean;
}

/**
 * What a tool of a run is, from what its measurements say that it ran with.
 *
 * @example
 * natureOf({ title: 'GNU tar --zstd', version: '1.34', settings: {}, resolved: { codec: 'zstd, level 3' } })
 * // { like: 'tar', chunk: null, shrinks: true }
 */
export function natureOf({ title, resolved }: Opening['tools'][string]): ToolNature {
  const words = title.toLowerCase().split(' ');
  const known = TOOLS.find(({ name }) => words.includes(name));
  const like = known?.name ?? 'generic';
  const cut = known?.granularity;
  return {
    like,
    chunk: cut?.kind === 'chunk' ? { least: cut.least.value, mean: cut.mean.value } : null,
    // rsync's compression is that of the wire: it stores files as they are.
    shrinks: (resolved?.codec ?? 'none') !== 'none' && like !== 'rsync',
  };
}
