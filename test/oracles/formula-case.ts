import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

/** How far a computed value may be from the stated one. */
type Tolerance = { readonly relative: number } | 'exact';

interface RawCase {
  readonly id: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: Readonly<Record<string, unknown>>;
  readonly source: { readonly name: string } | readonly { readonly name: string }[];
}

/** A case with a known answer that a formula alone can give. */
export interface FormulaCase {
  readonly id: string;
  /** for the name of a test: id, title and source */
  readonly name: string;
  /** the numbers under a name of the inputs; a lone number is a list of one */
  readonly given: (field: string) => readonly number[];
  /** holds computed values against the stated ones, within the case's tolerance */
  readonly expects: (field: string, actual: readonly number[]) => void;
}

/** A share may be written as a fraction, such as "1/52". */
function asNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  const [, over, under] = /^(\d+)\/(\d+)$/.exec(String(value)) ?? [];
  if (over === undefined || under === undefined) throw new Error(`${value} is not a number`);
  return Number(over) / Number(under);
}

function numbersIn(values: Readonly<Record<string, unknown>>, field: string): readonly number[] {
  const value = values[field];
  if (value === undefined) throw new Error(`no field ${field} in ${Object.keys(values)}`);
  return Array.isArray(value) ? value.map(asNumber) : [asNumber(value)];
}

/** `exact` means within 1e-9 relative for computed numbers. */
function allowed(tolerance: Tolerance, expected: number): number {
  return Math.abs(expected) * (tolerance === 'exact' ? 1e-9 : tolerance.relative);
}

/** A case from a file of cases, to be held against a formula. */
export function formulaCase(raw: RawCase): FormulaCase {
  const sources = [raw.source].flat().map(({ name }) => name);
  return {
    id: raw.id,
    name: `${raw.id}: ${raw.title} (${sources.join('; ')})`,
    given: (field) => numbersIn(raw.inputs, field),
    expects: (field, actual) => {
      const tolerance = (raw.tolerance[field] ?? raw.tolerance.default) as Tolerance;
      const expected = numbersIn(raw.expected, field);
      expect(actual).toHaveLength(expected.length);
      for (const [index, value] of expected.entries()) {
        const off = Math.abs((actual[index] ?? Number.NaN) - value);
        expect(
          off,
          `${raw.id} ${field}[${index}]: ${actual[index]} for ${value}`,
        ).toBeLessThanOrEqual(allowed(tolerance, value));
      }
    },
  };
}

/** Reads the cases of a file in `data/` whose id starts with `prefix`; there is at least one. */
export function formulaCases(file: string, prefix: string): readonly FormulaCase[] {
  const text = readFileSync(new URL(`data/${file}.json`, import.meta.url), 'utf8');
  const { cases } = JSON.parse(text) as { readonly cases: readonly RawCase[] };
  const found = cases.filter(({ id }) => id.startsWith(prefix)).map(formulaCase);
  if (found.length === 0) throw new Error(`no case ${prefix} in ${file}`);
  return found;
}

/** The one case with this id. */
export function oneCase(file: string, id: string): FormulaCase {
  const found = formulaCases(file, id).find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id} in ${file}`);
  return found;
}

/** A number of the inputs that stands alone. */
export function lone(one: FormulaCase, field: string): number {
  const [value] = one.given(field);
  if (value === undefined) throw new Error(`${one.id} has no ${field}`);
  return value;
}
