import type { Journal } from '../../benchmark/journal.ts';
import { beginRun } from '../../benchmark/run/lifecycle/begin-run.ts';
import { discardRun } from '../../benchmark/run/lifecycle/discard-run.ts';
import { closeRun, type RunRequest, resumeRun } from '../../benchmark/run/open-run.ts';
import { runSteps } from '../../benchmark/run/run.ts';
import { isOfPlan, type Unfinished, unfinishedRuns } from '../../benchmark/run/unfinished.ts';
import type { Step } from '../../benchmark/step.ts';
import { stepsOf } from '../../benchmark/steps.ts';
import { type Summary, summarise } from '../../benchmark/summary.ts';
import { jsonText } from '../../escape.ts';
import { ProblemsFound } from '../../problem.ts';
import { benchmarkText } from '../../report/formats/measured/benchmark-text.ts';
import type { CommandContext } from '../command-context.ts';
import { isMarkedHalfway, isWorkDirectory } from '../is-work-directory.ts';
import { refusal } from '../refusal.ts';
import type { LoadedPlan } from './load-plan.ts';
import type { BenchOptions } from './options.ts';
import { piloted } from './piloted.ts';
import { showProgress } from './progress.ts';
import { cannotRemove, requestOf } from './request.ts';
import { roomOf } from './room.ts';

/** Opens the work directory, begins or resumes a run, executes its steps and prints the summary. */
export async function run(
  context: CommandContext,
  loaded: LoadedPlan,
  options: BenchOptions,
): Promise<number> {
  const { host } = context;
  let brokenOff: () => void = () => {};
  const work = async (): Promise<number> => {
    const { plan } = loaded;
    const from = host.clock.elapsed();
    const { budget } = options;
    const { resume } = options;
    const resuming = resume !== undefined;
    if (resuming || options.discard) refuseUnmade(context, options.work);
    const asked = await requestOf(context, loaded, options);
    const isNew = !resuming && !options.discard;
    if (isNew) {
      refuseBrokenOff(context, await unfinishedRuns(host.files, asked.work), loaded, options);
    }
    const grown = isNew ? await piloted(context, asked, options) : asked;
    const room = isNew ? await roomOf(context, grown) : undefined;
    const request = { ...grown, ...(room && { room }) };
    if (options.discard) return discard(context, request);
    const name = typeof resume === 'string' ? resume : undefined;
    const opened = await (resuming ? resumeRun(request, name) : beginRun(request));
    context.note(
      `run ${opened.bench.journal.opening.run} in ${asked.work.path}; stop it with Ctrl-C, go on with --resume`,
    );
    const { journal } = opened.bench;
    brokenOff = () => tellBrokenOff(context, loaded, journal);
    const notBegun = await runSteps(opened.bench, stepsOf(plan), {
      budget: budget === undefined ? null : budget - (host.clock.elapsed() - from),
      begun: opened.begun,
      progress: showProgress(context),
    });
    const left = notBegun.length === 0 ? await closeRun(opened) : [];
    const found = summaryOf(loaded, journal, notBegun);
    const summary = { ...found, warnings: [...found.warnings, ...left.map(cannotRemove)] };
    if (notBegun.length > 0) {
      context.note(
        'the budget is used up: go on with --resume, or remove what is left with --discard',
      );
    }
    await context.result(textOf(context, summary));
    const isCut = options.requireComplete === true && notBegun.length > 0;
    return left.length > 0 ? 3 : exitCode(summary) || (isCut ? 4 : 0);
  };
  return host.heedingSignals(work, () => brokenOff());
}

const summaryOf = (
  { leftOut }: LoadedPlan,
  { opening, path, done }: Journal,
  notBegun: readonly Step[],
): Summary =>
  summarise({ opening, measurements: path, lines: [...done.values()], leftOut, notBegun });

const textOf = (context: CommandContext, summary: Summary): string =>
  context.json ? jsonText(summary) : benchmarkText(summary, context.columns);

/** Prints what a run has measured that a signal ends now; a file of `--output` stays as it was. */
function tellBrokenOff(context: CommandContext, loaded: LoadedPlan, journal: Journal): void {
  context.note('broken off: go on with --resume, or remove what is left with --discard');
  if (context.output !== undefined) return;
  const notBegun = stepsOf(loaded.plan).filter(({ id }) => !journal.done.has(id));
  context.host.stdout.write(textOf(context, summaryOf(loaded, journal, notBegun)));
}

/** Exit code 3 if any backup, check, restore or other step failed, otherwise 0. */
const exitCode = ({ failures }: Summary): number => (failures.length === 0 ? 0 : 3);

/**
 * Refuses `--resume` and `--discard` where no work directory exists, since they must not make one.
 */
function refuseUnmade({ host }: CommandContext, work: string): void {
  if (isWorkDirectory(host, work) || isMarkedHalfway(host, work)) return;
  const hint = 'name the --work of that run, or begin one without --resume and --discard';
  throw refusal(`${work} is no work directory: no run was begun there`, hint);
}

async function discard(context: CommandContext, request: RunRequest): Promise<number> {
  const { run, left, gone } = await discardRun(request);
  if (left.length > 0) {
    const hint = gone
      ? 'all else of the run is removed: remove this by hand'
      : 'see to it and try again, or remove it by hand';
    throw new ProblemsFound(
      left.map((what) => ({ path: '', message: `cannot remove ${what}`, hint })),
    );
  }
  await context.result(
    context.json
      ? jsonText({ format: 'backcast/bench-discarded/1', run })
      : `removed all of run ${run} but its measurements\n`,
  );
  return 0;
}

/**
 * Asks what is meant where a run of this plan was broken off: what it measured would lie about. Of
 * other plans it is only told.
 */
function refuseBrokenOff(
  context: CommandContext,
  runs: readonly Unfinished[],
  { hash }: LoadedPlan,
  options: Pick<BenchOptions, 'new'>,
): void {
  const own = options.new ? undefined : runs.find((one) => isOfPlan(one, hash));
  if (own) {
    throw refusal(
      `run ${own.run} of this plan was broken off`,
      'go on with --resume, remove what is left with --discard, or begin another with --new',
    );
  }
  for (const { run } of runs) {
    context.note(`run ${run} is not finished: go on with --resume, or remove it with --discard`);
  }
}
