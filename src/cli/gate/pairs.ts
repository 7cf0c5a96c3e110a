import type { ToolPlan } from '../../benchmark/plan.ts';
import { audited } from '../../gate/audit.ts';
import { GATE_FORMAT, type GateOutcome, verdictOnAll } from '../../gate/outcome.ts';
import { type ArmedPlan, armed } from '../../gate/run/arms.ts';
import { type PairsRun, runPairs } from '../../gate/run/run-pairs.ts';
import { INSTALLED, type Side, sideOf } from '../../gate/run/side.ts';
import { type Checked, ProblemsFound } from '../../problem.ts';
import { loadPlan } from '../bench/load-plan.ts';
import { piloted } from '../bench/piloted.ts';
import { showProgress } from '../bench/progress.ts';
import { cannotRemove, requestOf } from '../bench/request.ts';
import { roomOf } from '../bench/room.ts';
import type { CommandContext } from '../command-context.ts';
import { placingProblems } from '../placing-problems.ts';
import { refusal } from '../refusal.ts';
import { notesOf } from './notes.ts';
import type { GateOptions } from './options.ts';
import { tell } from './tell.ts';
import { wantedLimits } from './wanted-limits.ts';

/** `gate --plan PLAN`: runs both sides of a plan in pairs on this machine, and judges them. */
export async function gatePairs(context: CommandContext, options: GateOptions): Promise<number> {
  const path = options.plan ?? '';
  refuseUnclear(options);
  const wanted = await wantedLimits(context, options);
  const input = await context.input(path);
  return placingProblems(input, async () => {
    const loaded = await loadPlan(context, path, { input });
    const sides = sidesOf(context, options, loaded.plan.tools);
    const arms = orThrow(armed(loaded.plan, sides.before, sides.after, options.aa === true));
    const seed = options.seed ?? newSeed(context);
    const ran = await context.host.heedingSignals(
      async () => {
        const asked = await requestOf(context, { ...loaded, plan: arms.plan }, options);
        const grown = await piloted(context, asked, options);
        const request = { ...grown, arms: arms.arms, room: await roomOf(context, grown) };
        return runPairs(request, {
          ...{ ...wanted, seed, most: options.maxPairs ?? null, budget: options.budget ?? null },
          begun: (file) => context.note(`pairs are measured into ${file}; stop with Ctrl-C`),
          progress: showProgress(context),
        });
      },
      () => context.note('broken off: remove what is left with "backcast bench PLAN --discard"'),
    );
    for (const what of ran.left) context.note(cannotRemove(what));
    if (ran.problems.length > 0) throw new ProblemsFound(ran.problems);
    return tell(context, outcomeOf(ran, arms, { ...sides, seed, options }), options);
  });
}

/** Without `--aa` it must be said what is compared with what. */
function refuseUnclear({ aa, before, after }: GateOptions): void {
  if (aa && (before !== undefined || after !== undefined)) {
    throw refusal('--aa compares what is installed with itself', 'drop --before and --after');
  }
  if (!aa && after === undefined) {
    throw refusal(
      'what is to be compared was not given',
      'write --after PROGRAM and perhaps --before, or --aa to audit this machine',
    );
  }
}

interface Sides {
  readonly before: Side;
  readonly after: Side;
}

function sidesOf(
  { host }: CommandContext,
  { before, after }: GateOptions,
  tools: readonly ToolPlan[],
): Sides {
  const side = (option: string, given: string | undefined): Side =>
    given === undefined ? INSTALLED : orThrow(sideOf(host, option, given, tools));
  return { before: side('--before', before), after: side('--after', after) };
}

function orThrow<T>(checked: Checked<T>): T {
  if (checked.ok) return checked.value;
  throw new ProblemsFound(checked.problems);
}

/** A new coin for each run, so that no pattern of the machine meets the same order every time. */
const newSeed = ({ host }: CommandContext): number =>
  host.randomBytes(4).reduce((seed, byte) => seed * 256 + byte, 0);

function outcomeOf(
  ran: PairsRun,
  arms: ArmedPlan,
  { before, after, seed, options }: Sides & { seed: number; options: GateOptions },
): GateOutcome {
  const judgements = options.aa ? ran.judgements.map(audited) : ran.judgements;
  const sideOf = ({ what }: Side, side: 'before' | 'after'): GateOutcome['before'] => ({
    what,
    tools: Object.fromEntries(
      Object.entries(arms.arms).flatMap(([name, arm]) =>
        arm.side === side ? [[arm.of, ran.opening.tools[name]?.version ?? 'unknown']] : [],
      ),
    ),
  });
  return {
    ...{ format: GATE_FORMAT, verdict: verdictOnAll(judgements), from: 'pairs' },
    ...{ before: sideOf(before, 'before'), after: sideOf(after, 'after') },
    ...{ measurements: ran.measurements, seed, orderEffect: ran.orderEffect, judgements },
    notes: notesOf(ran, arms.untouched, options),
  };
}
