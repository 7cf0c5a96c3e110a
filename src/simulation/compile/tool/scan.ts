import type { Tool as CatalogTool } from '../../../catalog/tool.ts';
import type { Tool } from '../../../scenario/scenario.ts';
import { significant } from '../../../units/dimension.ts';
import type { Parameter } from '../../plan/parameter.ts';
import { assumedRange, type CompileLog, cite, noteDefault, parameter } from '../compile-log.ts';

/**
 * Files that a tool looks at in a second; null: that takes no time of its own. What the catalog says of
 * it holds for one kind of disk, so it is an assumption, with the ends that others have seen.
 */
export function resolveScan(
  compileLog: CompileLog,
  path: string,
  base: CatalogTool,
  own: Tool,
): Parameter | null {
  const field = `${path}.scan`;
  if (own.scan) return parameter(compileLog, field, own.scan);
  const { scanRate: figure } = base;
  if (!figure || own.work?.['per-file']) {
    noteDefault(compileLog, field, 'takes no time', `${base.title}, version ${base.version}`);
    return null;
  }
  const walk = parameter(compileLog, field, { kind: 'fixed', value: figure.value });
  noteDefault(compileLog, field, filesPerSecond(figure.value), cite(figure), {
    what: `walk of ${base.name}`,
    parameter: walk,
    range: assumedRange(figure, filesPerSecond),
  });
  return walk;
}

const filesPerSecond = (value: number): string => `${significant(value, 3)} files/s`;
