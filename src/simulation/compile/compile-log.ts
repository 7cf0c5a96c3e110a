import type { PriceBook } from '../../catalog/price-book.ts';
import type { Sourced } from '../../catalog/sourced.ts';
import type { Problem } from '../../problem.ts';
import type { Distribution } from '../../random/distribution.ts';
import { samplesOf, type Uncertain } from '../../scenario/language/uncertain.ts';
import type { Parameter, ParameterSpec } from '../plan/parameter.ts';
import type { DefaultUsed } from '../plan/plan.ts';
import type { Series } from '../plan/workload.ts';

/** The contents of the files that a scenario names, by name: lines of samples, and histories. */
export interface Data {
  readonly samples: ReadonlyMap<string, readonly string[]>;
  readonly series: ReadonlyMap<string, Series>;
  /** Prices that stand in place of those of the catalog. */
  readonly prices: PriceBook | null;
}

/** What comes together while a plan is compiled: quantities, defaults used, and problems. */
export interface CompileLog {
  readonly parameters: ParameterSpec[];
  readonly defaults: DefaultUsed[];
  readonly problems: Problem[];
  readonly data: Data;
  readonly byName: Map<string, Parameter>;
  readonly noted: Set<string>;
  /** The instants of each schedule that was asked for. */
  readonly instants: Map<string, readonly number[]>;
}

/** A ledger with nothing in it, over the contents of the files that the scenario names. */
export const emptyLedger = (data: Data): CompileLog => ({
  parameters: [],
  defaults: [],
  problems: [],
  data,
  byName: new Map(),
  noted: new Set(),
  instants: new Map(),
});

/**
 * Adds a quantity to the vector that each run draws. The same quantity under the same name is the
 * same draw; another one under that name (of another strategy) is drawn with the same luck.
 */
export function parameter(compileLog: CompileLog, name: string, declared: Uncertain): Parameter {
  const key = `${name}\0${JSON.stringify(declared)}`;
  const known = compileLog.byName.get(key);
  if (known !== undefined) return known;
  compileLog.parameters.push({ name, distribution: settled(compileLog, name, declared) });
  compileLog.byName.set(key, compileLog.parameters.length - 1);
  return compileLog.parameters.length - 1;
}

function settled(compileLog: CompileLog, name: string, declared: Uncertain): Distribution {
  if (declared.kind !== 'sample file') return declared;
  const values = samplesOf(declared.base, compileLog.data.samples.get(declared.file) ?? []);
  if (values) return { kind: 'sample', values };
  compileLog.problems.push({
    path: name,
    message: `the file "${declared.file}" holds lines that are no values here`,
    hint: `write one value a line, such as ${declared.base.example}`,
  });
  return { kind: 'fixed', value: 0 };
}

/** A quantity as declared, or else a default, which is written down. */
export function orDefault(
  compileLog: CompileLog,
  path: string,
  declared: Uncertain | undefined,
  fallback: { readonly value: number; readonly shown: string; readonly source: string },
): Parameter {
  if (declared) return parameter(compileLog, path, declared);
  noteDefault(compileLog, path, fallback.shown, fallback.source);
  return parameter(compileLog, path, { kind: 'fixed', value: fallback.value });
}

/** Notes a value that nobody gave, in words for people; only the first for a path counts. */
export function noteDefault(
  compileLog: CompileLog,
  path: string,
  value: string,
  source: string,
): void {
  if (compileLog.noted.has(path)) return;
  compileLog.noted.add(path);
  compileLog.defaults.push({ path, value, source });
}

/** Notes what stands for each field that was left out: `fields` gives it in words, by field. */
export function noteLeftOut(
  compileLog: CompileLog,
  path: string,
  declared: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>>,
): void {
  for (const [field, value] of Object.entries(fields)) {
    if (declared[field] === undefined) {
      noteDefault(compileLog, path ? `${path}.${field}` : field, value, 'where nothing is given');
    }
  }
}

/** How a catalog value is cited: where it is from, how far it can be trusted. */
export const cite = ({ source, date, grade }: Sourced): string => `${source}, ${date} (${grade})`;

/** Entries in the order of code points, the same on every machine. */
export const sorted = <T>(map: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
