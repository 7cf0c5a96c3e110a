import type { ToolPlan } from '../../plan/policy.ts';
import type { Sizes } from './sizes.ts';

/** What says how large the objects of a protection are. */
interface Laid {
  readonly policy: { readonly tool: Pick<ToolPlan, 'objects'> };
  readonly sizes: Pick<Sizes, 'storedShare'>;
  /** Source bytes at the start, and files they are in. */
  readonly size: number;
  readonly files: number;
}

/**
 * Bytes of the objects in which a protection lies in an object store: those of the store, or the mean
 * of its files as they are stored, where the tool lays each down by itself.
 *
 * @param packBytes bytes of the objects of the store.
 */
export const objectBytesOf = ({ policy, sizes, size, files }: Laid, packBytes: number): number =>
  policy.tool.objects === 'files' && files > 0 && size > 0
    ? (size / files) * sizes.storedShare
    : packBytes;
