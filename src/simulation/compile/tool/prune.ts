import type { Sourced } from '../../../catalog/sourced.ts';
import type { PruneTerms } from '../../../catalog/tool.ts';
import { tool as catalogTool } from '../../../catalog/tools.ts';
import type { Tool } from '../../../scenario/scenario.ts';
import { format } from '../../../units/dimension.ts';
import { BINARY_SIZE, DURATION, FRACTION, RATE } from '../../../units/dimensions.ts';
import { bytes, fraction, seconds } from '../../../units/quantity.ts';
import type { PrunePlan, ToolPlan } from '../../plan/policy.ts';
import { type CompileLog, cite, noteDefault } from '../compile-log.ts';
import { perByte } from './restore.ts';

const PACK = 2 ** 24;

/** What a strategy says of its prunes, and the tool that does them. */
interface Pruned {
  readonly path: string;
  readonly unused: number | undefined;
  readonly tool: ToolPlan & { readonly like: string };
  readonly own: Tool | undefined;
}

/** What a prune takes: the terms of the scenario, else those of the catalog; null where nothing is known. */
export function resolvePruning(
  compileLog: CompileLog,
  { path, unused, tool, own }: Pruned,
): PrunePlan | null {
  const known = catalogTool(tool.like)?.prune;
  const refuse = (message: string, hint: string): null => {
    compileLog.problems.push({ path: `${path}.unused`, message, hint });
    return null;
  };
  if (tool.style !== 'dedup') {
    return unused === undefined
      ? null
      : refuse(
          `is for tools that deduplicate, and style ${tool.style} does not`,
          'leave it out: what goes is freed at once',
        );
  }
  if (own?.prune || known) return termsOf(compileLog, { path, unused, tool, own }, known);
  return unused === undefined
    ? null
    : refuse(
        `hangs on how ${tool.name} prunes, of which nothing is known`,
        `write tools.${tool.name}.prune, or use restic or borg`,
      );
}

function termsOf(
  compileLog: CompileLog,
  { path, unused, tool, own }: Pruned,
  known: PruneTerms | undefined,
): PrunePlan {
  const stated: NonNullable<Tool['prune']> = own?.prune ?? {};
  const at = own ? `tools.${tool.name}.prune` : `catalog.tools.${tool.name}.prune`;
  const note = (field: string, shown: string, figure?: Sourced) =>
    noteDefault(
      compileLog,
      `${at}.${field}`,
      shown,
      figure ? cite(figure) : 'where nothing is given',
    );
  const of = (
    field: 'fixed' | 'per-chunk' | 'rate' | 'pack' | 'unused',
    figure: Sourced | undefined,
    otherwise: number,
    shown: (value: number) => string,
  ): number => {
    const value = stated[field];
    if (value === undefined) note(field, shown(figure?.value ?? otherwise), figure);
    return value ?? figure?.value ?? otherwise;
  };
  const time = (value: number) => format(DURATION, value);
  const share = of('unused', known?.unused, 0.05, (value) => format(FRACTION, value));
  if (unused === undefined)
    noteDefault(compileLog, `${path}.unused`, format(FRACTION, share), 'so the tool');
  if (stated.of === undefined) note('of', known?.of ?? 'repository', known?.unused);
  if (stated.at === undefined) note('at', known?.at ?? 'source', known?.unused);
  return {
    fixed: seconds(of('fixed', known?.fixed, 0, time)),
    perChunk: seconds(of('per-chunk', known?.perChunk, 0, time)),
    rewriting: perByte(
      of('rate', known?.rate, Infinity, (value) =>
        value === Infinity ? 'not limiting' : `${format(RATE, value)} a core`,
      ),
    ),
    pack: bytes(of('pack', known?.pack, PACK, (value) => format(BINARY_SIZE, value))),
    unused: fraction(unused ?? share),
    ofPack: (stated.of ?? known?.of) === 'pack',
    beside: (stated.at ?? known?.at) === 'target',
  };
}

/** Reports terms of pruning of a tool whose points share no chunks. */
export function reportPruning(
  compileLog: CompileLog,
  path: string,
  own: Tool,
  style: string,
): void {
  if (!own.prune || style === 'dedup') return;
  compileLog.problems.push({
    path: `${path}.prune`,
    message: `is for tools that deduplicate, and style ${style} does not`,
    hint: 'write style: dedup, or leave it out',
  });
}
