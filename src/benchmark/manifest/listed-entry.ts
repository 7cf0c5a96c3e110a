import type { Facts, Files, Outcome } from '../../host/host.ts';
import type { Entry } from './entry.ts';

/** Metadata of an entry of a listed kind: not a FIFO, socket or device. */
export type ListedFacts = Facts & { readonly kind: Entry['kind'] };

/** Whether an entry is listed. FIFOs, sockets and devices are not, because they hold no content. */
export const isListed = (facts: Facts): facts is ListedFacts =>
  facts.kind === 'file' || facts.kind === 'directory' || facts.kind === 'link';

const NOTHING = new Uint8Array();

/**
 * Makes the entry of a path, without a digest; reads the target of a link.
 *
 * @param path relative to the root.
 * @param full the path including the root.
 */
export function listedEntry(
  files: Pick<Files, 'readLink'>,
  path: Uint8Array,
  full: Uint8Array,
  { kind, size, mode, modified }: ListedFacts,
): Outcome<Entry> {
  const target = kind === 'link' ? files.readLink(full) : { ok: true as const, value: NOTHING };
  if (!target.ok) return target;
  return {
    ok: true,
    value: {
      path,
      kind,
      size: kind === 'file' ? size : 0,
      mode,
      modified,
      target: target.value,
      digest: '',
    },
  };
}
