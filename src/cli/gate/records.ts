import { againstComparing } from '../../gate/comparable.ts';
import { compareRecords } from '../../gate/compare-records.ts';
import { namedAlike } from '../../gate/hyperfine.ts';
import type { Limits } from '../../gate/limits.ts';
import { GATE_FORMAT, type GateOutcome, verdictOnAll } from '../../gate/outcome.ts';
import type { Records } from '../../gate/records.ts';
import { type Problem, ProblemsFound } from '../../problem.ts';
import { newestLike } from '../baseline/stored-run.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import type { GateOptions } from './options.ts';
import { readForeign, readRun } from './read-run.ts';
import { tell } from './tell.ts';
import { wantedLimits } from './wanted-limits.ts';

/** The branch whose baselines are meant where none is named. */
const BRANCH = 'main';

const FOREIGN_LIMITS: Limits = { wall: 0.1, memory: 0.25 };
const FOREIGN_NOTE =
  'hyperfine does not say on which machine it ran: see to it that both were the same';

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
  const given = await wantedLimits(context, options);
  const { before, after } = await sidesOf(context, { ...options, baseline, candidate });
  // Hyperfine tells the time on the wall alone; nobody has asked for another.
  const isForeign = after.about === null && !given.asked;
  const wanted = isForeign ? { ...given, limits: FOREIGN_LIMITS } : given;
  const { judgements, problems } = compareRecords(before, after, wanted);
  orProblems(problems);
  if (judgements.length === 0)
    throw refusal('nothing was judged', 'name limits of what the files hold');
  const outcome: GateOutcome = {
    ...{ format: GATE_FORMAT, verdict: verdictOnAll(judgements), from: 'records' },
    ...{ before: sideOf(before), after: sideOf(after), measurements: null },
    ...{ seed: null, orderEffect: null, judgements: [...judgements] },
    notes: after.about === null ? [FOREIGN_NOTE] : [],
  };
  return tell(context, outcome, options);
}

interface Sides {
  readonly before: Records;
  readonly after: Records;
}

/** Reads both sides, and makes sure that they can be compared. */
async function sidesOf(
  context: CommandContext,
  {
    baseline,
    candidate,
    branch,
    otherVersions,
  }: GateOptions & { readonly baseline: string; readonly candidate: string },
): Promise<Sides> {
  const isStore = isFolder(context, baseline);
  if (!isStore && branch !== undefined) {
    throw refusal('--branch does nothing here', 'it belongs to a --baseline that is a store');
  }
  const foreign = await readForeign(context, candidate);
  if (foreign) {
    const before = isStore ? null : await readForeign(context, baseline);
    if (!before) throw unlike(candidate, baseline);
    const [was, is] = namedAlike(before, foreign);
    return { before: was, after: is };
  }
  const after = await readRun(context, candidate);
  if (!isStore && (await readForeign(context, baseline))) throw unlike(baseline, candidate);
  const before = isStore
    ? await newestLike(context, baseline, branch ?? BRANCH, after)
    : await readRun(context, baseline);
  orProblems(againstComparing(before, after, otherVersions === true));
  return { before, after };
}

const unlike = (foreign: string, own: string): ProblemsFound =>
  refusal(`${foreign} is of hyperfine, and ${own} is not`, 'compare files of one program');

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
    Object.entries(about?.tools ?? {}).map(([name, { version }]) => [name, version]),
  ),
});
