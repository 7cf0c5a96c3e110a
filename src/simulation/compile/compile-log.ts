import type { PriceBook } from '../../catalog/price-book.ts';
import type { ProfiledTool } from '../../catalog/profiled-tool.ts';
import type { Origin, Sourced } from '../../catalog/sourced.ts';
import type { Problem } from '../../problem.ts';
import type { Distribution } from '../../random/distribution.ts';
import { samplesOf, type Uncertain } from '../../scenario/language/uncertain.ts';
import type { Parameter, ParameterSpec } from '../plan/parameter.ts';
import type { AssumedNumber, AssumedRange, DefaultUsed } from '../plan/plan.ts';
import type { Series } from '../plan/workload.ts';

/** Contents of the data files that a scenario names, by name: lines of samples, and histories. */
export interface Data {
  readonly samples: ReadonlyMap<string, readonly string[]>;
  readonly series: ReadonlyMap<string, Series>;
  /** Tools of each profile, by file and by the name that they were measured under. */
  readonly profiles?: ReadonlyMap<string, ReadonlyMap<string, ProfiledTool>>;
  /** Prices that replace those of the catalog. */
  readonly prices: PriceBook | null;
}

/** Collects quantities, defaults used and problems while a plan is compiled. */
export interface CompileLog {
  readonly parameters: ParameterSpec[];
  readonly defaults: DefaultUsed[];
  readonly problems: Problem[];
  readonly data: Data;
  /** Parameters by name, each with its declaration; null where no name comes twice. */
  readonly byName: Map<string, readonly Named[]> | null;
  /** Paths for which a default has been recorded; null where no path comes twice. */
  readonly noted: Set<string> | null;
  /** Cache: the instants of each schedule, by its JSON. */
  readonly instants: Map<string, readonly number[]>;
  /** Dates that were expanded so far; see `countDates`. */
  dates: number;
}

interface Named {
  readonly declared: Uncertain;
  readonly parameter: Parameter;
}

/** An empty log over the contents of the data files that the scenario names. */
export const emptyCompileLog = (data: Data): CompileLog => ({
  parameters: [],
  defaults: [],
  problems: [],
  data,
  byName: new Map(),
  noted: new Set(),
  instants: new Map(),
  dates: 0,
});

/** A log for a part that is left out: its problems count, its quantities and defaults do not. */
export const withoutNotes = (compileLog: CompileLog): CompileLog => ({
  ...compileLog,
  parameters: [],
  defaults: [],
  byName: new Map(),
  noted: new Set(),
});

/**
 * A log for a part whose paths no other part names, nor it twice: nothing is looked up. Of a hundred
 * thousand workloads there are a million paths, and to remember them takes longer than all the rest.
 */
export const withOwnPaths = (compileLog: CompileLog): CompileLog => ({
  ...compileLog,
  byName: null,
  noted: null,
});

/**
 * Adds a quantity to the vector of values drawn for each trial. The same quantity under the same
 * name is one parameter. A different quantity under that name (from another strategy) is a separate
 * parameter drawn from the same random stream, so that all strategies share the random numbers.
 */
export function parameter(compileLog: CompileLog, name: string, declared: Uncertain): Parameter {
  const named = compileLog.byName?.get(name);
  // Most names come once, and JSON of each declaration would take longer than all the rest.
  const existing = named?.find((one) => isSame(one.declared, declared));
  if (existing) return existing.parameter;
  compileLog.parameters.push({ name, distribution: distributionOf(compileLog, name, declared) });
  const own = { declared, parameter: compileLog.parameters.length - 1 };
  compileLog.byName?.set(name, named ? [...named, own] : [own]);
  return own.parameter;
}

const isSame = (one: Uncertain, other: Uncertain): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

function distributionOf(compileLog: CompileLog, name: string, declared: Uncertain): Distribution {
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

/** Records a default in words; only the first for a path counts. */
export function noteDefault(
  compileLog: CompileLog,
  path: string,
  value: string,
  source: string,
  assumed?: AssumedNumber,
): void {
  const { noted } = compileLog;
  if (noted?.has(path)) return;
  noted?.add(path);
  compileLog.defaults.push(assumed ? { path, value, source, assumed } : { path, value, source });
}

/** Records the default of each omitted field; `fields` gives the defaults in words, by field. */
export function noteLeftOut(
  compileLog: CompileLog,
  path: string,
  declared: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>>,
): void {
  for (const field in fields) {
    if (declared[field] !== undefined) continue;
    const value = fields[field] as string;
    noteDefault(compileLog, path ? `${path}.${field}` : field, value, 'where nothing is given');
  }
}

/** The ends between which a catalog value lies, in words; null where no source gives them. */
export const assumedRange = (
  { range }: Sourced,
  shown: (value: number) => string,
): AssumedRange | null =>
  range
    ? {
        low: { value: range.low, shown: shown(range.low) },
        high: { value: range.high, shown: shown(range.high) },
        source: `${cite(range)}: ${range.note}`,
      }
    : null;

/** Citation of a catalog value: source, date and grade. */
export const cite = ({ source, date, grade }: Origin): string => `${source}, ${date} (${grade})`;

/** Entries sorted by key (UTF-16 code units), so that the order is the same on every machine. */
export const sorted = <T>(map: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
