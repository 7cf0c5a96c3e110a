import { readMeasurements } from '../../benchmark/journal.ts';
import type { Opening } from '../../benchmark/measurement.ts';
import { audited } from '../../gate/audit.ts';
import { judgeRun } from '../../gate/judge-run.ts';
import { GATE_FORMAT, type GateOutcome, verdictOnAll } from '../../gate/outcome.ts';
import { ProblemsFound } from '../../problem.ts';
import type { CommandContext } from '../command-context.ts';
import { refusal } from '../refusal.ts';
import { notesOf } from './notes.ts';
import type { GateOptions } from './options.ts';
import { tell } from './tell.ts';
import { wantedLimits } from './wanted-limits.ts';

const AGAIN =
  'judged again from its file: limits and metrics that are chosen after a look at pairs test nothing';

/** `gate --pairs FILE`: judges pairs that an earlier gate has run, from their measurements. */
export async function gatePairsAgain(
  context: CommandContext,
  options: GateOptions,
): Promise<number> {
  const path = options.pairs ?? '';
  context.spares(path);
  const wanted = await wantedLimits(context, options);
  const { first: opening, lines } = await readMeasurements(context.host.files, path);
  if (opening.purpose !== 'gate') {
    const hint =
      'name a file that "backcast gate --plan" has written, or compare two with --baseline';
    throw refusal(`${path} holds no pairs but is of ${opening.purpose}`, hint);
  }
  const judged = judgeRun(opening, lines, { ...wanted, most: options.maxPairs ?? null });
  if (judged.problems.length > 0) throw new ProblemsFound(judged.problems);
  const judgements = options.aa ? judged.judgements.map(audited) : judged.judgements;
  const isCut = judged.series.some(({ pairs, wanted: most }) => pairs.length < most);
  const outcome: GateOutcome = {
    ...{ format: GATE_FORMAT, verdict: verdictOnAll(judgements), from: 'pairs' },
    ...{ before: sideIn(opening, 'before'), after: sideIn(opening, 'after') },
    ...{ measurements: path, seed: null, orderEffect: judged.orderEffect },
    judgements: [...judgements],
    notes: [AGAIN, ...notesOf({ ...judged, isCut }, [], options)],
  };
  return tell(context, outcome, options);
}

/** One side of pairs, by the versions of its tools. */
function sideIn({ arms, tools }: Opening, side: 'before' | 'after'): GateOutcome['before'] {
  const versions = Object.entries(arms).flatMap(([name, arm]) =>
    arm.side === side ? [[arm.of, tools[name]?.version ?? 'unknown'] as const] : [],
  );
  const what = versions.map(([tool, version]) => `${tool} ${version}`).join(', ');
  return { what: `${side} (${what})`, tools: Object.fromEntries(versions) };
}
