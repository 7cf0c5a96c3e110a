import { dirname, isAbsolute, join } from 'node:path';
import { roomFor } from '../benchmark/extent.ts';
import { extentsOf } from '../benchmark/extents-of.ts';
import {
  beginRun,
  closeRun,
  discardRun,
  goOnWithRun,
  type RunRequest,
} from '../benchmark/run/open-run.ts';
import { type Progress, runSteps } from '../benchmark/run/run.ts';
import { stepsOf } from '../benchmark/steps.ts';
import { type Summary, summarise } from '../benchmark/summary.ts';
import { jsonText } from '../escape.ts';
import type { WorkDirectory } from '../host/host.ts';
import { ProblemsFound } from '../problem.ts';
import { benchmarkText } from '../report/benchmark-text.ts';
import { format } from '../units/dimension.ts';
import { DURATION, SIZE } from '../units/dimensions.ts';
import type { BenchOptions } from './bench.ts';
import type { LoadedPlan } from './bench-plan.ts';
import type { Frame } from './frame.ts';
import { refusal } from './refusal.ts';
import { version } from './version.ts';

/** 1. opens the work directory, 2. begins a run or goes on with one, 3. runs it, 4. tells what it found. */
export async function run(
  frame: Frame,
  loaded: LoadedPlan,
  options: BenchOptions,
): Promise<number> {
  const { host } = frame;
  return host.heedingSignals(async () => {
    const { plan } = loaded;
    const work = await host.openWorkDirectory(options.work, foreign(loaded));
    for (const left of await host.processes.noteIn(work)) {
      frame.note(`ended what an earlier run had left: ${left}`);
    }
    const goesOn = options.resume === true;
    if (!goesOn && !options.discard) await checkRoom(frame, loaded, work);
    const request = {
      host,
      work,
      plan,
      hash: loaded.hash,
      folder: loaded.folder,
      self: self(),
      backcast: await version(host),
    };
    if (options.discard) return discard(frame, request);
    const opened = await (goesOn ? goOnWithRun(request) : beginRun(request));
    const notBegun = await runSteps(opened.bench, stepsOf(plan), {
      budget: options.budget ?? null,
      begun: opened.begun,
      progress: (so) => frame.progress(progressLine(so)),
    });
    const { journal } = opened.bench;
    const left = notBegun.length === 0 ? await closeRun(opened) : [];
    const found = summarise({
      opening: journal.opening,
      measurements: journal.path,
      lines: [...journal.done.values()],
      leftOut: loaded.leftOut,
      notBegun,
    });
    const summary = { ...found, warnings: [...found.warnings, ...left.map(cannotRemove)] };
    if (notBegun.length > 0) {
      frame.note(
        'the budget is used up: go on with --resume, or remove what is left with --discard',
      );
    }
    await frame.result(frame.json ? jsonText(summary) : benchmarkText(summary, frame.columns));
    return left.length > 0 ? 3 : exitCode(summary);
  });
}

/** A backup that does not restore, or any step that failed, breaks what the plan promises. */
const exitCode = ({ failures }: Summary): number => (failures.length === 0 ? 0 : 3);

const cannotRemove = (what: string): string =>
  `cannot remove ${what}; see to it, then remove what is left with --discard`;

async function discard(frame: Frame, request: RunRequest): Promise<number> {
  const { run, left } = await discardRun(request);
  if (left.length > 0) {
    const hint = 'see to it and try again, or remove it by hand';
    throw new ProblemsFound(
      left.map((what) => ({ path: '', message: `cannot remove ${what}`, hint })),
    );
  }
  await frame.result(
    frame.json
      ? jsonText({ format: 'backcast/bench-discarded/1', run })
      : `removed all of run ${run} but its measurements\n`,
  );
  return 0;
}

/** What the work directory may neither hold nor lie in: the user's data, where it is there. */
const foreign = ({ plan }: LoadedPlan): readonly string[] =>
  plan.datasets.flatMap((one) =>
    one.kind === 'directory' && isAbsolute(one.path) ? [one.path] : [],
  );

async function checkRoom(frame: Frame, { plan }: LoadedPlan, work: WorkDirectory): Promise<void> {
  const room = roomFor(plan, await extentsOf(frame.host, plan));
  const free = work.free();
  if (!free.ok || free.value >= room) return;
  throw refusal(
    `the plan needs up to ${format(SIZE, room)}, and ${work.path} has ${format(SIZE, free.value)} left`,
    'make room, name another --work, or take smaller datasets',
  );
}

/** How this very program is called, for the built-in engine. */
const self = (): readonly string[] => [
  process.execPath,
  join(dirname(import.meta.filename), '../../bin/backcast.js'),
];

function progressLine({ step, over, all, left }: Progress): string {
  const rest = left === null ? '' : `, about ${format(DURATION, Math.ceil(left))} left`;
  return `${over} of ${all} measured${rest}: ${step.id}`;
}
