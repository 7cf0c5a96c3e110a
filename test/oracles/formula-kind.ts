import { z } from 'zod';
import type { OracleCase } from './cases.ts';
import { type Verdict, verdicts } from './verdict.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Cases of one kind that formulas alone answer, known by the fields that their inputs have. */
export interface FormulaKind {
  readonly takes: (inputs: Fields) => boolean;
  /** what the formulas say, under the names that the expected fields have */
  readonly answers: (inputs: Fields) => Fields;
  /** the tolerances of a case, with those that follow from others */
  readonly tolerances: (one: OracleCase) => Fields;
}

/**
 * A kind of case: the fields that its inputs may have, and what comes of them. A field that is not
 * named makes it another kind.
 *
 * @example
 * kindOf({ sizeTB: z.number(), rateGBPerHour: z.number() }, (given) => ({ hours: … }))
 */
export function kindOf<Shape extends z.ZodRawShape>(
  shape: Shape,
  answers: (given: z.output<z.ZodObject<Shape, z.core.$strict>>) => Fields,
  tolerances: FormulaKind['tolerances'] = ({ tolerance }) => tolerance,
): FormulaKind {
  const inputs = z.strictObject(shape);
  return {
    takes: (given) => inputs.safeParse(given).success,
    answers: (given) => answers(inputs.parse(given)),
    tolerances,
  };
}

/**
 * Holds every expected field of a case against what the formulas for its inputs say. A field whose
 * name begins with `printed` is what a source prints although it is wrong: it must not come out.
 *
 * @throws when no kind takes all its inputs, or more than one, or nothing answers an expected field.
 */
export function runFormula(kinds: readonly FormulaKind[], one: OracleCase): readonly Verdict[] {
  const [kind, ...others] = kinds.filter(({ takes }) => takes(one.inputs));
  const fields = Object.keys(one.inputs).join(', ');
  if (!kind) throw new Error(`no formula takes the inputs ${fields}`);
  if (others.length > 0) throw new Error(`several formulas take the inputs ${fields}`);
  const answers = kind.answers(one.inputs);
  const tolerances = kind.tolerances(one);
  return Object.entries(one.expected).flatMap(([field, value]) => {
    const right = PRINTED.exec(field)?.[1];
    if (right === undefined) return verdicts({ [field]: value }, answers, tolerances);
    const name = right.charAt(0).toLowerCase() + right.slice(1);
    return rejected(field, verdicts({ [name]: value }, answers, tolerances));
  });
}

const PRINTED = /^printed([A-Z].*)$/;

/** A wrong value is rejected when at least one part of it does not come out. */
function rejected(field: string, all: readonly Verdict[]): readonly Verdict[] {
  const actual = all.map((each) => each.actual);
  return [{ field, expected: 'another value', actual, ok: all.some(({ ok }) => !ok) }];
}

/** A number of things or an amount. */
export const amount = z.number().nonnegative();

/** An amount that is divided by. */
export const some = z.number().positive();

/** A share of a whole, 0 to 1. */
export const share = z.number().min(0).max(1);

/** A share in per cent, without the dust of binary fractions. */
export const percent = (of: number): number => Number((100 * of).toFixed(9));
