import { type Beyond, beyond } from '../../calibration/hull.ts';
import type { Trust } from '../../catalog/profiled-tool.ts';
import { mean } from '../../random/distribution.ts';
import type { Parameter } from '../../simulation/plan/parameter.ts';
import type { Plan, ProtectionPlan, StrategyPlan } from '../../simulation/plan/plan.ts';
import type { ProfilePlan } from '../../simulation/plan/policy.ts';
import { significant } from '../../units/dimension.ts';
import type { ProfiledToolResult } from '../result/profiled.ts';
import type { Result } from '../result/result.ts';
import { listed } from './in-words.ts';

/** Beyond this factor outside of what was measured no forecast is to be planned on. */
const NOT_TO_PLAN_ON = 100;

/** A workload as a profile would have had to measure it. */
interface Asked {
  readonly workload: string;
  readonly files: number;
  readonly read: number;
  readonly ratio: number;
}

/** The tools that rest on measurements, how far these may be trusted, and where data lie outside of them. */
export function profilesOf(
  plan: Plan,
  workloads: Result['workloads'],
): readonly ProfiledToolResult[] {
  const uses = plan.strategies.flatMap((strategy) => usesIn(strategy));
  const tools = [...new Set(uses.map(({ tool }) => tool))];
  return tools.map((tool) => {
    const own = uses.filter((use) => use.tool === tool);
    const { file, measured, trust } = (own[0] as Use).profile;
    const asked = own.map(({ protection }) => askedOf(plan, protection, workloads));
    return {
      tool,
      file,
      strategies: [...new Set(own.map(({ strategy }) => strategy))],
      measuredOn: measured.on,
      machine: measured.machine,
      trust: trust.map((one) => trustedFor(one, asked)),
    };
  });
}

interface Use {
  readonly tool: string;
  readonly strategy: string;
  readonly profile: ProfilePlan;
  readonly protection: ProtectionPlan;
}

/** Backups alone: copies are not read from their source by the tool. */
const usesIn = ({ name, protections }: StrategyPlan): readonly Use[] =>
  protections.flatMap((protection) => {
    const { tool, copy } = protection.policy;
    return tool.profile && !copy
      ? [{ tool: tool.name, strategy: name, profile: tool.profile, protection }]
      : [];
  });

/** The most that is asked of a tool: the workload at its largest. */
function askedOf(
  plan: Plan,
  { workload: index, policy }: ProtectionPlan,
  sizes: Result['workloads'],
): Asked {
  const workload = plan.workloads[index] as Plan['workloads'][number];
  const value = (parameter: Parameter): number => {
    const spec = plan.parameters[parameter];
    return spec ? mean(spec.distribution) : 0;
  };
  const [start, end] = [sizes[index]?.sizeAtStart.p50 ?? 0, sizes[index]?.sizeAtEnd.p50 ?? 0];
  const read = Math.max(start, end);
  return {
    workload: workload.name,
    files: workload.files === null ? read / workload.fileSize : value(workload.files),
    read,
    ratio: policy.tool.compresses ? value(workload.compressibility) : 1,
  };
}

function trustedFor(
  { figure, label, error, hull }: Trust,
  asked: readonly Asked[],
): ProfiledToolResult['trust'][number] {
  const farthest = asked
    .flatMap(({ workload, ...run }) => {
      const found = beyond(hull, run);
      return found ? [{ ...found, workload }] : [];
    })
    .reduce<(Beyond<keyof Omit<Asked, 'workload'>> & { workload: string }) | null>(
      (worst, one) => (worst && worst.factor >= one.factor ? worst : one),
      null,
    );
  return {
    figure,
    label: farthest && farthest.factor > NOT_TO_PLAN_ON ? 'D' : label,
    error,
    beyond: farthest,
  };
}

const QUANTITIES = {
  files: 'number of files',
  read: 'bytes',
  ratio: 'compressibility',
} as const;

/** Where data lie outside of what the profile of their tool has seen, and what is not to be planned on. */
export const profileWarnings = (profiles: readonly ProfiledToolResult[]): readonly string[] =>
  profiles.flatMap((profile) => [...outside(profile), ...untrusted(profile)]);

function outside({ tool, file, trust }: ProfiledToolResult): readonly string[] {
  const farthest = trust
    .flatMap(({ beyond }) => beyond ?? [])
    .reduce<NonNullable<ProfiledToolResult['trust'][number]['beyond']> | null>(
      (worst, one) => (worst && worst.factor >= one.factor ? worst : one),
      null,
    );
  if (!farthest) return [];
  const { workload, quantity, factor } = farthest;
  const then = factor > NOT_TO_PLAN_ON ? 'do not plan on it' : 'errors are larger there';
  return [
    `${tool}: ${workload} lies outside of what ${file} has measured, by a factor of ${significant(factor, 3)} in its ${QUANTITIES[quantity]}: ${then}`,
  ];
}

/** Where even data like those that were measured are foretold badly. */
function untrusted({ tool, file, trust }: ProfiledToolResult): readonly string[] {
  const figures = trust.flatMap(({ figure, label, beyond }) =>
    label === 'D' && (beyond?.factor ?? 1) <= NOT_TO_PLAN_ON ? [figure] : [],
  );
  return figures.length > 0
    ? [`${tool}: label D for ${listed(figures)}: do not plan on ${file} for that`]
    : [];
}
