import type { Measurement } from '../../measurement.ts';
import type { RetentionKind } from '../../retention.ts';
import type { Step } from '../../step.ts';
import type { Stored } from '../../targets/target.ts';
import { type Bench, targetOf } from '../bench.ts';

/** What lies in a repository after a step, and by how much that is more than before it. */
export type Growth = Pick<Measurement, 'stored' | 'added'> & { readonly warnings: string[] };

/** A step that changes what lies in a repository. */
type Storing = Extract<Step, { readonly kind: 'init' | 'backup' | RetentionKind }>;

/**
 * Looks at the repository of a series. The steps of a series come one after the other, so what was
 * there before is what the last one that changed it has left.
 */
export async function growthIn(bench: Bench, step: Storing): Promise<Growth> {
  const stored = await targetOf(bench, step.series).stored(bench.layout.nameOf(step.series));
  if (!stored.ok) {
    const warning = `what is stored cannot be told: ${stored.reason}`;
    return { stored: null, added: null, warnings: [warning] };
  }
  return { stored: stored.value, added: growth(before(bench, step), stored.value), warnings: [] };
}

const NOTHING: Stored = { bytes: 0, files: 0 };

const STORING: readonly Measurement['kind'][] = ['init', 'backup', 'forget', 'prune', 'compact'];

function before({ journal }: Bench, { kind, id, series }: Storing): Measurement['stored'] {
  if (kind === 'init') return NOTHING;
  const earlier = [...journal.done.values()].findLast(
    (line) =>
      line.step !== id && STORING.includes(line.kind) && line.step.startsWith(`${series.id}/`),
  );
  return earlier?.stored ?? null;
}

const growth = (from: Measurement['stored'], to: Stored): Measurement['added'] =>
  from && { bytes: to.bytes - from.bytes, files: to.files - from.files };
