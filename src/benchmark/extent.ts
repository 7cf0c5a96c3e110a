import { seriesOf } from './combinations.ts';
import type { BenchPlan } from './plan.ts';
import type { PlannedBackup } from './series.ts';
import { isMeasured, type Step } from './step.ts';

/**
 * Regular files and bytes of a dataset in one generation, and the bytes newly written since the
 * last.
 */
export interface Extent {
  readonly bytes: number;
  readonly files: number;
  readonly written: number;
}

/** The extents of each dataset's generations, by dataset name. */
export type Extents = ReadonlyMap<string, readonly Extent[]>;

/** Overhead per file: partly filled blocks, name, metadata and manifest lines. */
const ROOM_FOR_A_FILE = 8192;
const SLACK = 1.05;

/**
 * Upper bound of the bytes that a run needs in its work directory at any time: the generated
 * datasets, what local targets store in one repetition, and what is restored. Compression and
 * deduplication reduce it.
 */
export function roomFor(plan: BenchPlan, extents: Extents): number {
  const room = ({ bytes, files }: Extent): number => bytes + files * ROOM_FOR_A_FILE;
  const largest = (dataset: string): number => Math.max(0, ...of(extents, dataset).map(room));
  const series = seriesOf(plan).filter(({ repetition }) => repetition === 1);
  const locals = new Set(
    plan.targets.filter(({ kind }) => kind === 'local').map(({ name }) => name),
  );
  const made = plan.datasets.filter(({ kind }) => kind !== 'directory');
  const sources = made.reduce((sum, { name }) => sum + largest(name), 0);
  const stored = [...locals].reduce((sum, target) => sum + storedIn(plan, extents, target), 0);
  // Only one restore runs at a time; restores to be verified stay until their series is removed.
  const restored = Math.max(0, ...series.map(({ dataset }) => largest(dataset)));
  const staying =
    plan.verify.length === 0 ? 0 : series.reduce((sum, { dataset }) => sum + largest(dataset), 0);
  return Math.ceil(SLACK * (sources + stored + restored + staying));
}

/**
 * Upper bound of the bytes stored in a target in one repetition, before compression and
 * deduplication.
 */
export function roomIn(plan: BenchPlan, extents: Extents, target: string): number {
  return Math.ceil(SLACK * storedIn(plan, extents, target));
}

const storedIn = (plan: BenchPlan, extents: Extents, target: string): number =>
  seriesOf(plan)
    .filter((series) => series.repetition === 1 && series.target === target)
    .flatMap(({ dataset, backups }) =>
      backups.map((backup) => storedBy(backup, of(extents, dataset), backups)),
    )
    .reduce((sum, bytes) => sum + bytes, 0);

/** Bytes that a backup adds, before compression: everything written since its base. */
function storedBy(
  { point, generation }: PlannedBackup,
  extents: readonly Extent[],
  backups: readonly PlannedBackup[],
): number {
  const now = extents[generation];
  if (!now) return 0;
  const names = now.files * ROOM_FOR_A_FILE;
  if (point.base === null) return now.bytes + names;
  const from = backups[point.base]?.generation ?? 0;
  const since = extents.slice(from + 1, generation + 1);
  return (
    Math.min(
      now.bytes,
      since.reduce((sum, { written }) => sum + written, 0),
    ) + names
  );
}

/** Assumed speed of a tool; a guess, and reported as one. */
export const GUESS = {
  bytesPerSecond: 200e6,
  filesPerSecond: 10_000,
  secondsPerStep: 0.1,
} as const;

/** Estimated seconds for the steps, based on `GUESS`. */
export function timeFor(steps: readonly Step[], extents: Extents): number {
  return steps.reduce((sum, step) => {
    const dataset = step.kind === 'dataset' ? step.dataset : step.series.dataset;
    const generation = 'generation' in step ? step.generation : 0;
    const extent = of(extents, dataset)[generation];
    const works = step.kind === 'dataset' || isMeasured(step);
    if (!extent || !works) return sum + GUESS.secondsPerStep / 5;
    const isSmall = step.kind === 'backup' && step.point.base !== null;
    const isOneFile = step.kind === 'restore' && step.part === 'one file';
    if (isOneFile) return sum + GUESS.secondsPerStep;
    const bytes = isSmall ? extent.written : extent.bytes;
    return (
      sum +
      GUESS.secondsPerStep +
      bytes / GUESS.bytesPerSecond +
      extent.files / GUESS.filesPerSecond
    );
  }, 0);
}

const of = (extents: Extents, dataset: string): readonly Extent[] => extents.get(dataset) ?? [];
