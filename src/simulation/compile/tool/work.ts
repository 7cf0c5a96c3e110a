import type { Sourced } from '../../../catalog/sourced.ts';
import type { Tool as CatalogTool } from '../../../catalog/tool.ts';
import type { Tool } from '../../../scenario/scenario.ts';
import { format, significant } from '../../../units/dimension.ts';
import { DURATION, RATE } from '../../../units/dimensions.ts';
import type { WorkPlan } from '../../plan/policy.ts';
import { type CompileLog, cite, noteDefault } from '../compile-log.ts';
import { perByte } from './restore.ts';

/** The measured terms that other fields of a tool stand in the place of. */
interface Replaced {
  readonly walk: boolean;
  readonly files: boolean;
  readonly hash: boolean;
  readonly codec: boolean;
  readonly cipher: boolean;
}

/** Which measured terms a scenario replaces: those of the fields that it gives of its own. */
export const replacedBy = (own: Tool, base: CatalogTool, compresses: boolean): Replaced => ({
  walk: own.scan !== undefined,
  files: own['per-file'] !== undefined,
  // What a tool did not do before comes on top.
  hash: own.hash !== undefined && base.hash !== 'none',
  codec: !compresses || (own.codec !== undefined && base.codec !== 'none'),
  cipher: own.cipher !== undefined && base.cipher !== 'none',
});

/** The terms of the work of a tool: those of the scenario, else the measured ones of the catalog. */
export function resolveWork(
  compileLog: CompileLog,
  path: string,
  base: CatalogTool,
  own: Tool,
  replaced: Replaced,
): WorkPlan {
  const stated = own.work ?? {};
  const known = (isReplaced: boolean, term: Sourced | undefined) => (isReplaced ? undefined : term);
  const note = (field: string, figure: Sourced, shown: string) =>
    noteDefault(compileLog, `${path}.work.${field}`, shown, cite(figure));
  const time = (field: 'per-file' | 'per-changed-file', figure: Sourced | undefined): number => {
    const value = stated[field];
    if (value === undefined && figure) note(field, figure, format(DURATION, figure.value));
    return value ?? figure?.value ?? 0;
  };
  const pace = (field: 'read' | 'compress' | 'store', figure: Sourced | undefined): number => {
    const value = stated[field];
    if (value === undefined && figure) note(field, figure, `${format(RATE, figure.value)} a core`);
    return perByte(value ?? figure?.value);
  };
  const terms = base.work;
  if (!own.work && !terms)
    noteDefault(compileLog, `${path}.work`, 'none', 'hash, codec, cipher and scan stand for it');
  return {
    perFile: time('per-file', known(replaced.walk, terms?.perFile)),
    perChangedFile: time('per-changed-file', known(replaced.files, terms?.perChangedFile)),
    read: pace('read', known(replaced.hash, terms?.read)),
    compress: pace('compress', known(replaced.codec, terms?.compress)),
    store: pace('store', known(replaced.cipher, terms?.store)),
  };
}

/** The exponent with which work and way of a tool add up. */
export function combineOf(compileLog: CompileLog, path: string, base: CatalogTool, own: Tool) {
  if (own.combine !== undefined) return own.combine;
  const shown = base.combine ? significant(base.combine.value, 3) : 'the longer one alone';
  const source = base.combine ? cite(base.combine) : 'where nothing is given';
  noteDefault(compileLog, `${path}.combine`, shown, source);
  return base.combine?.value ?? Infinity;
}
