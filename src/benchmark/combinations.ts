import type { BenchPlan, NamedTarget } from './plan.ts';
import { backupsOf, type Series } from './series.ts';
import type { BackupTool } from './tools/tool.ts';

/** Something that a plan asks for but that cannot be done, with the reason. */
export interface LeftOut {
  readonly what: string;
  readonly because: string;
}

/** All series of a plan: each dataset with each tool into each target that the tool supports. */
export function seriesOf(plan: BenchPlan): readonly Series[] {
  const series: Series[] = [];
  for (let repetition = 1; repetition <= plan.repetitions; repetition++) {
    for (const dataset of plan.datasets) {
      for (const { name: tool, adapter } of plan.tools) {
        for (const target of plan.targets) {
          if (lack(adapter, target) !== null) continue;
          const id = `${repetition}/${dataset.name}/${tool}/${target.name}`;
          const backups = backupsOf(plan.levels, adapter.levels(target.kind));
          const names = { dataset: dataset.name, tool, target: target.name };
          series.push({ id, ...names, repetition, backups });
        }
      }
    }
  }
  return series;
}

/**
 * Everything a plan asks for that no series does, so that its absence is not taken for a result.
 */
export function leftOut(plan: BenchPlan): readonly LeftOut[] {
  const { tools, targets, levels } = plan;
  return tools.flatMap(({ name, adapter }) => [
    ...unable(plan, name, adapter),
    ...targets.flatMap((target) => {
      const because = lack(adapter, target);
      if (because !== null) return [{ what: `${name} into ${target.name}`, because }];
      const supported = adapter.levels(target.kind);
      return [
        ...[...new Set(levels)]
          .filter((level) => !supported.includes(level))
          .map((level) => ({
            what: `${level} of ${name} into ${target.name}`,
            because: `${adapter.title} makes no ${level} backup there`,
          })),
        ...(lacksUnchanged(levels, supported)
          ? [
              {
                what: `unchanged of ${name} into ${target.name}, where a level before it is left out`,
                because: 'it would find what changed for that level',
              },
            ]
          : []),
      ];
    }),
  ]);
}

/** What a tool cannot do, wherever it stores. */
const unable = ({ restore, keep }: BenchPlan, name: string, tool: BackupTool): LeftOut[] => [
  ...(restore.includes('one file') && !tool.restoreFile
    ? [{ what: `one file of ${name}`, because: `${tool.title} has no way to ask for one` }]
    : []),
  ...(keep !== null && tool.retention.length === 0
    ? [{ what: `forgetting of ${name}`, because: `${tool.title} forgets no points by itself` }]
    : []),
];

/**
 * Why a tool cannot store in a target, for example because it cannot keep to the rate limit; null
 * if it can.
 */
function lack(
  { title, targets, limits }: BackupTool,
  { kind, limit }: Pick<NamedTarget, 'kind' | 'limit'>,
): string | null {
  if (!targets.includes(kind)) return `${title} cannot store ${WHERE[kind]}`;
  if (limit === null || limits.includes(kind)) return null;
  return `${title} cannot hold itself to a rate there`;
}

/** Whether a supported `unchanged` is left out, because no earlier backup has the same state. */
function lacksUnchanged(levels: BenchPlan['levels'], supported: BenchPlan['levels']): boolean {
  const asked = levels.filter((level) => level === 'unchanged' && supported.includes(level));
  const made = backupsOf(levels, supported).filter(({ point }) => point.level === 'unchanged');
  return made.length < asked.length;
}

const WHERE = { local: 'in a folder', ssh: 'on a host by ssh', s3: 'in a bucket' } as const;
