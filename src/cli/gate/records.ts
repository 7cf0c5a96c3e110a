import { readMeasurements } from '../../benchmark/journal.ts';
import { againstComparing, type Records } from '../../gate/comparable.ts';
import { compareRecords } from '../../gate/compare-records.ts';
import { GATE_FORMAT, type GateOutcome, verdictOnAll } from '../../gate/outcome.ts';
import { type Problem, ProblemsFound } from '../../problem.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import type { GateOptions } from './options.ts';
import { tell } from './tell.ts';
import { wantedLimits } from './wanted-limits.ts';

/** `gate --baseline FILE --candidate FILE`: compares stored measurements. */
export async function gateRecords(context: CommandContext, options: GateOptions): Promise<number> {
  const { baseline, candidate } = options;
  if (baseline === undefined || candidate === undefined) {
    const missing = baseline === undefined ? '--baseline' : '--candidate';
    throw refusal(`${missing} is missing`, 'name both files of measurements');
  }
  const wanted = await wantedLimits(context, options);
  const before = await readRecords(context, baseline);
  const after = await readRecords(context, candidate);
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

async function readRecords(context: CommandContext, path: string): Promise<Records> {
  context.spares(path);
  const { first, lines } = await readMeasurements(context.host.files, path);
  return { path, opening: first, lines };
}

function orProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ProblemsFound(problems);
}

const sideOf = ({ path, opening }: Records): GateOutcome['before'] => ({
  what: path,
  tools: Object.fromEntries(
    Object.entries(opening.tools).map(([name, { version }]) => [name, version]),
  ),
});
