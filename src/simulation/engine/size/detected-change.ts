import { blocksChanged, chunksChanged, filesChanged } from '../../../model/granularity.ts';
import type { ToolPlan } from '../../plan/policy.ts';
import type { ChangePlan } from '../../plan/workload.ts';

/** What of a changed share a tool reads, and what it stores. */
export type Lifts = readonly [(share: number) => number, (share: number) => number];

const same = (share: number): number => share;
/** A tool that sees exactly what changed. */
export const UNAMPLIFIED = [same, same] as const;

/** Maps a changed share to what a tool reads (0) and stores (1), by the granularity of each. */
export function amplifications(
  change: ChangePlan,
  { granularity }: ToolPlan,
  fileSize: number,
): Lifts {
  const unit = change.kind === 'rate' || change.kind === 'files' ? change.unit : 0;
  if (granularity.kind === 'stated') return UNAMPLIFIED;
  // What is said of the bytes within a file that changes: it changes as a whole.
  if (change.kind === 'files') return withinFiles(granularity, unit);
  if (unit === 0) return UNAMPLIFIED;
  const byFile = (share: number): number => filesChanged(share, unit, fileSize);
  if (granularity.kind === 'file') return [byFile, byFile];
  if (granularity.kind === 'block') {
    const byBlock = (share: number): number => blocksChanged(share, unit, granularity.size);
    return [byBlock, byBlock];
  }
  // A chunking tool reads changed files completely and stores their new chunks.
  return [
    byFile,
    (share: number) => Math.min(chunksChanged(share, unit, granularity), byFile(share)),
  ];
}

/** The same of the bytes of a file that changes: tools that see whole files read all of it. */
function withinFiles(granularity: ToolPlan['granularity'], unit: number): Lifts {
  const whole = (share: number): number => (share > 0 ? 1 : 0);
  switch (granularity.kind) {
    case 'block': {
      const { size } = granularity;
      const byBlock = unit > 0 ? (share: number) => blocksChanged(share, unit, size) : same;
      return [byBlock, byBlock];
    }
    case 'chunk':
      return [whole, unit > 0 ? (share) => chunksChanged(share, unit, granularity) : same];
    default:
      return [whole, whole];
  }
}
