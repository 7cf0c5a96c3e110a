import { joined, rootBytes, shownPath } from '../../byte-path.ts';
import type { Fault } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';

/** Something of a tree that could not be read; the path is relative to its root. */
export interface Unread {
  readonly path: Uint8Array;
  readonly fault: Fault;
}

/** What to throw where a tree has to be read whole. */
export const cannotRead = (root: string, unread: readonly Unread[]): ProblemsFound =>
  new ProblemsFound(
    unread.map(({ path, fault }) => ({
      path: '',
      message: `cannot read ${shownPath(joined(rootBytes(root), path))}: ${fault.reason}`,
      hint: 'make it readable, and let nobody change the tree meanwhile',
    })),
  );
