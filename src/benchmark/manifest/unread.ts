import { joined, rootBytes, shownPath } from '../../byte-path.ts';
import type { Fault } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';

/** An entry that could not be read; the path is relative to the root. */
export interface Unread {
  readonly path: Uint8Array;
  readonly fault: Fault;
}

/** The problems to throw if a tree has to be read completely. */
export const cannotRead = (root: string, unread: readonly Unread[]): ProblemsFound =>
  new ProblemsFound(
    unread.map(({ path, fault }) => ({
      path: '',
      message: `cannot read ${shownPath(joined(rootBytes(root), path))}: ${fault.reason}`,
      hint: 'make it readable, and let nobody change the tree meanwhile',
    })),
  );
