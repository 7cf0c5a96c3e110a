import type { Sourced } from '../../../catalog/sourced.ts';
import type { Tool as CatalogTool } from '../../../catalog/tool.ts';
import type { Tool } from '../../../scenario/scenario.ts';
import { format, significant } from '../../../units/dimension.ts';
import { FRACTION, SIZE } from '../../../units/dimensions.ts';
import { bytes, fraction } from '../../../units/quantity.ts';
import type { StoredPlan } from '../../plan/policy.ts';
import { type CompileLog, cite, noteDefault } from '../compile-log.ts';

/** What a backup by a tool adds to its store: the terms of the scenario, else those measured. */
export function resolveStored(
  compileLog: CompileLog,
  path: string,
  base: CatalogTool,
  own: Tool,
): StoredPlan {
  const { stored: stated = {} } = own;
  const known = base.stored;
  const of = (
    field: keyof typeof stated,
    figure: Sourced | undefined,
    otherwise: number,
    shown: (value: number) => string,
  ): number => {
    const value = stated[field];
    if (value === undefined && (figure || own.stored)) {
      const source = figure ? cite(figure) : 'where nothing is given';
      noteDefault(compileLog, `${path}.stored.${field}`, shown(figure?.value ?? otherwise), source);
    }
    return value ?? figure?.value ?? otherwise;
  };
  const size = (value: number) => format(SIZE, value);
  return {
    perPoint: bytes(of('per-point', known?.perPoint, 0, size)),
    perFile: bytes(of('per-file', known?.perFile, 0, size)),
    perChangedFile: bytes(of('per-changed-file', known?.perChangedFile, 0, size)),
    share: fraction(of('share', known?.share, 1, (value) => format(FRACTION, value))),
    exponent: of('exponent', known?.exponent, 1, (value) => significant(value, 3)),
  };
}
