import type { Measurement, Opening } from '../benchmark/measurement.ts';
import { freshBytes } from './fresh-bytes.ts';
import { type Operation, operationOf } from './operation.ts';
import { type Quantities, SHRINKS_FROM } from './quantities.ts';
import { natureOf, type ToolNature } from './tool-nature.ts';

/**
 * One measured step as a calibration sees it; null for what was not measured.
 *
 * @property group the recipe of its dataset: runs of one recipe are alike in all but chance.
 * @property name the step without its repetition, with the name of its dataset.
 * @property work processor seconds of all its programs, user and system.
 * @property quiet seconds that passed, less those in which its most delayed thread waited for a core.
 * @property wall seconds that passed.
 */
export interface MeasuredRun {
  readonly tool: string;
  readonly operation: Operation;
  readonly method: string | null;
  readonly target: string;
  readonly group: string;
  readonly name: string;
  readonly level: Measurement['level'];
  readonly quantities: Quantities;
  readonly work: number | null;
  readonly quiet: number | null;
  readonly wall: number;
}

/** The runs of one file, and how many of its steps tell nothing, by reason. */
export interface MeasuredRuns {
  readonly runs: readonly MeasuredRun[];
  readonly leftOut: ReadonlyMap<string, number>;
}

/** The steps of a measurements file of which something can be learnt. */
export function measuredRuns(opening: Opening, lines: readonly Measurement[]): MeasuredRuns {
  const leftOut = new Map<string, number>();
  const generations = generationsOf(lines);
  const natures = new Map(
    Object.entries(opening.tools).map(([name, tool]) => [name, natureOf(tool)]),
  );
  const held = new Map<string, Measurement['stored']>();
  const runs = lines.flatMap((line): MeasuredRun[] => {
    // Steps that only read do not say what lies there: it is what the last one left that wrote.
    const series = [line.repetition, line.dataset, line.tool, line.target].join(' ');
    if (line.stored) held.set(series, line.stored);
    const operation = operationOf(line.kind);
    const nature = natures.get(line.tool ?? '');
    if (!operation || !nature || line.tool === null) return [];
    const because = reasonAgainst(line);
    const place = generations.get(`${line.dataset}/${line.generation ?? 0}`);
    if (because !== null || !line.usage || !place) {
      const reason = because ?? 'what it worked on is not known';
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      return [];
    }
    const { user, system, wall, queue } = line.usage;
    return [
      {
        tool: line.tool,
        operation,
        method: line.method,
        target: line.target ?? '',
        group: JSON.stringify(opening.datasets[line.dataset]),
        name: `${line.dataset}/${line.step.split('/').slice(-1).join()}`,
        level: line.level,
        quantities: quantitiesOf(
          { ...line, stored: held.get(series) ?? null },
          { place, nature, unit: unitOf(opening.datasets[line.dataset]) },
        ),
        work: user === null || system === null ? null : user + system,
        quiet: queue === null ? null : Math.max(0, wall - queue.most),
        wall,
      },
    ];
  });
  return { runs, leftOut };
}

function reasonAgainst({ outcome, again, part, usage }: Measurement): string | null {
  if (outcome !== 'done') return 'failed, or left out';
  if (again) return 'begun again after an earlier run was broken off in it';
  if (part === 'one file') return 'restores of a single file';
  if (!usage) return 'not measured';
  return null;
}

/** The lines that say what a dataset is like, by dataset and generation. */
const generationsOf = (lines: readonly Measurement[]): ReadonlyMap<string, Measurement> =>
  new Map(
    lines
      .filter(({ kind, outcome }) => kind === 'dataset' && outcome === 'done')
      .map((line) => [`${line.dataset}/${line.generation ?? 0}`, line]),
  );

/** What a step worked on, with which tool, and how many bytes change together there. */
interface Surroundings {
  readonly place: Measurement;
  readonly nature: ToolNature;
  readonly unit: number | null;
}

function quantitiesOf(line: Measurement, { place, nature, unit }: Surroundings): Quantities {
  const source = line.source ?? place.source;
  const files = source?.files ?? 0;
  const bytes = source?.bytes ?? 0;
  const isBackup = line.kind === 'backup';
  const change = isBackup ? line.change : null;
  const ratio =
    (change?.content ?? place.content)?.compressibility?.ratio ??
    place.content?.compressibility?.ratio ??
    1;
  const read = change?.read ?? bytes;
  return {
    files,
    changed: change ? change.added + change.changed + change.renamed : files,
    beside: change?.beside ?? files,
    read,
    shrinking: nature.shrinks && ratio > SHRINKS_FROM ? read : 0,
    fresh: change ? freshBytes(change, nature, unit) : read,
    ratio: nature.shrinks ? ratio : 1,
    stored: Math.max(0, line.added?.bytes ?? 0),
    held: line.stored?.bytes ?? 0,
    pieces: line.stored?.files ?? 0,
  };
}

/** Bytes that change together, where the recipe of the dataset says so. */
function unitOf(dataset: unknown): number | null {
  const recipe = field(dataset, 'recipe');
  const block = field(field(field(recipe, 'change'), 'within'), 'block');
  return typeof block === 'number' ? block : null;
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && name in of
    ? (of as Readonly<Record<string, unknown>>)[name]
    : undefined;
