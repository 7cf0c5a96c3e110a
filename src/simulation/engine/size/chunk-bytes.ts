import type { Granularity } from '../../../scenario/tool.ts';
import type { ToolPlan } from '../../plan/policy.ts';
import type { Sizes } from './sizes.ts';

/** What says how large the chunks of a protection are. */
interface Chunked {
  readonly policy: { readonly tool: Pick<ToolPlan, 'granularity'> };
  readonly sizes: Pick<Sizes, 'storedShare'>;
  /** Source bytes at the start, and files they are in. */
  readonly size: number;
  readonly files: number;
}

/** Mean bytes of a chunk in the store: a smaller file is one by itself. */
export function chunkBytesOf({ policy, sizes, size, files }: Chunked): number {
  const file = files > 0 ? size / files : size;
  return Math.max(1, Math.min(file, mostOf(policy.tool.granularity)) * sizes.storedShare);
}

function mostOf(granularity: Granularity): number {
  if (granularity.kind === 'chunk') return granularity.mean;
  return granularity.kind === 'block' ? granularity.size : Infinity;
}
