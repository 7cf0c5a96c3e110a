import { againstComparing } from '../../gate/comparable.ts';
import { compareRecords } from '../../gate/compare-records.ts';
import { GATE_FORMAT, type GateOutcome, verdictOnAll } from '../../gate/outcome.ts';
import type { Records } from '../../gate/records.ts';
import { type Problem, ProblemsFound } from '../../problem.ts';
import { newestLike } from '../baseline/stored-run.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import type { GateOptions } from './options.ts';
import { readRun } from './read-run.ts';
import { tell } from './tell.ts';
import { wantedLimits } from './wanted-limits.ts';

/** The branch whose baselines are meant where none is named. */
const BRANCH = 'main';

/** `gate --baseline FILE_OR_STORE --candidate FILE`: compares stored measurements. */
export async function gateRecords(context: CommandContext, options: GateOptions): Promise<number> {
  const { baseline, candidate } = options;
  if (baseline === undefined || candidate === undefined) {
    const missing = baseline === undefined ? '--baseline' : '--candidate';
    throw refusal(
      `${missing} is missing`,
      'name both, files of measurements or a baseline store and a file',
    );
  }
  const wanted = await wantedLimits(context, options);
  const isStore = isFolder(context, baseline);
  if (!isStore && options.branch !== undefined) {
    throw refusal('--branch does nothing here', 'it belongs to a --baseline that is a store');
  }
  const after = await readRun(context, candidate);
  const before = isStore
    ? await newestLike(context, baseline, options.branch ?? BRANCH, after)
    : await readRun(context, baseline);
  orProblems(againstComparing(before, after, options.otherVersions === true));
  const { judgements, problems } = compareRecords(before, after, wanted);
  orProblems(problems);
  if (judgements.length === 0)
    throw refusal('nothing was judged', 'name limits of what the files hold');
  const outcome: GateOutcome = {
    ...{ format: GATE_FORMAT, verdict: verdictOnAll(judgements), from: 'records' },
    ...{ before: sideOf(before), after: sideOf(after), measurements: null },
    ...{ seed: null, orderEffect: null, judgements: [...judgements], notes: [] },
  };
  return tell(context, outcome, options);
}

function isFolder({ host }: CommandContext, path: string): boolean {
  const real = host.files.realPath(path);
  const facts = real.ok ? host.files.lstat(real.value) : real;
  return facts.ok && facts.value.kind === 'directory';
}

function orProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsFound(problems);
}

const sideOf = ({ path, about }: Records): GateOutcome['before'] => ({
  what: path,
  tools: Object.fromEntries(
    Object.entries(about.tools).map(([name, { version }]) => [name, version]),
  ),
});
