import type { Measurement, Opening } from '../../benchmark/measurement.ts';
import { beginRun } from '../../benchmark/run/lifecycle/begin-run.ts';
import { closeRun, type OpenRun, type RunRequest } from '../../benchmark/run/open-run.ts';
import { type Progress, runSteps } from '../../benchmark/run/run.ts';
import type { Step } from '../../benchmark/step.ts';
import { stepsOf } from '../../benchmark/steps.ts';
import { stream } from '../../random/stream.ts';
import { type JudgedRun, judgeRun, MOST_DROPPED, type Terms } from '../judge-run.ts';
import { WARM_UP } from '../paired.ts';
import { pairedOrder } from './paired-order.ts';

/** How pairs are run. */
export interface PairOptions extends Terms {
  /** Of the coin that gives each pair its order. */
  readonly seed: number;
  /** Seconds after which nothing further is begun; null for no limit. */
  readonly budget: number | null;
  /** Called before anything is run, with the file of measurements. */
  begun(measurements: string): void;
  progress(so: Progress): void;
}

/** What pairs have shown. */
export interface PairsRun extends JudgedRun {
  readonly opening: Opening;
  readonly measurements: string;
  /** Whether the budget ended it. */
  readonly isCut: boolean;
  /** What could not be removed, and why. */
  readonly left: readonly string[];
}

/**
 * Runs both sides of each series in pairs, until what is judged is clear or the budget ends. The
 * first repetition warms up; further ones follow as long as a series wants them.
 *
 * @throws ProblemsFound like a run of benchmarks.
 */
export async function runPairs(request: RunRequest, options: PairOptions): Promise<PairsRun> {
  const { host } = request;
  const from = host.clock.elapsed();
  const opened = await beginRun({ ...request, purpose: 'gate' });
  const { journal } = opened.bench;
  options.begun(journal.path);
  const lines = (): readonly Measurement[] => [...journal.done.values()];
  let judged = judgeRun(journal.opening, lines(), options);
  let isCut = false;
  for (let repetition = WARM_UP; ; repetition++) {
    const wanting = repetition === WARM_UP ? null : wantingIn(judged);
    if (wanting?.length === 0) break;
    const steps = stepsFor(opened, repetition, wanting);
    const budget = options.budget === null ? null : options.budget - (host.clock.elapsed() - from);
    const order = pairedOrder(
      steps,
      journal.opening.arms,
      stream(options.seed, `pairs.${repetition}`),
    );
    const notBegun = await runSteps(opened.bench, order, {
      ...{ budget, begun: opened.begun, progress: options.progress },
    });
    judged = judgeRun(journal.opening, lines(), options);
    isCut = notBegun.length > 0;
    const isHopeless =
      judged.problems.length > 0 && judged.series.every(({ pairs }) => pairs.length > 0);
    if (isCut || isHopeless) break;
  }
  const left = await closeRun(opened);
  return { ...judged, opening: journal.opening, measurements: journal.path, isCut, left };
}

/** The series that want more pairs; one in which too much fails gets none. */
const wantingIn = ({ series }: JudgedRun): readonly string[] =>
  series
    .filter(({ pairs, wanted, dropped }) => pairs.length < wanted && dropped.length <= MOST_DROPPED)
    .map(({ scenario }) => scenario);

/** The steps of a repetition, of all series or of those that are wanted. */
function stepsFor(
  { bench }: OpenRun,
  repetition: number,
  wanting: readonly string[] | null,
): readonly Step[] {
  const { plan, journal } = bench;
  const { arms } = journal.opening;
  const all = stepsOf({ ...plan, repetitions: repetition }).filter(
    (step) => (step.kind === 'dataset' ? step.repetition : step.series.repetition) === repetition,
  );
  const isWanted = (step: Step): boolean => {
    if (wanting === null) return true;
    if (step.kind === 'dataset') {
      return wanting.some((scenario) => scenario.startsWith(`${step.dataset}/`));
    }
    const { dataset, tool, target } = step.series;
    return wanting.includes([dataset, arms[tool]?.of ?? tool, target].join('/'));
  };
  const wanted = all.filter(isWanted);
  const ids = new Set(wanted.map(({ id }) => id));
  return wanted.map((step) => ({ ...step, after: step.after.filter((id) => ids.has(id)) }));
}
