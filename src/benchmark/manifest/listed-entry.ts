import type { Facts, Files, Outcome } from '../../host/host.ts';
import type { Entry } from './entry.ts';

/** Facts of a thing that is listed: FIFOs, sockets and devices are not. */
export type ListedFacts = Facts & { readonly kind: Entry['kind'] };

/** Whether a thing is listed: FIFOs, sockets and devices hold no content. */
export const isListed = (facts: Facts): facts is ListedFacts =>
  facts.kind === 'file' || facts.kind === 'directory' || facts.kind === 'link';

const NOTHING = new Uint8Array();

/**
 * The entry of a thing, without a digest; where a link points is read.
 *
 * @param path relative to the root.
 * @param full the same with the root before it.
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
