import type { Path } from '../../host/host.ts';

const encoder = new TextEncoder();
const SLASH = 0x2f;

/**
 * Joins two paths with a slash; if one is empty, returns the other.
 *
 * @example
 * joined('/srv/source', encoder.encode('a')) // the bytes of "/srv/source/a"
 */
export function joined(above: Path, below: Uint8Array): Uint8Array {
  const head = typeof above === 'string' ? encoder.encode(above) : above;
  if (head.length === 0 || below.length === 0) return head.length === 0 ? below : head;
  const path = new Uint8Array(head.length + 1 + below.length);
  path.set(head);
  path[head.length] = SLASH;
  path.set(below, head.length + 1);
  return path;
}
