import { z } from 'zod';
import { type Dimension, exact, parse } from '../../units/dimension.ts';

/** What a field says of itself besides its type: the source of the reference page. */
export interface About {
  readonly description: string;
  /** What stands where the field is left out, in words. */
  readonly default?: string;
  readonly example?: unknown;
  /** What is written there, in words, e.g. `a size`. */
  readonly form?: string;
  /** The chapter of the reference page that explains how it is written. */
  readonly chapter?: 'uncertain-quantities' | 'schedules' | 'windows';
}

/** Where a value may lie, in base units; at least 0 unless said otherwise. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  /** Whether the value must be more than `min` rather than at least `min`. */
  readonly above?: true;
  readonly whole?: true;
}

/** Where problems of a value being read are put. */
export type Issues = z.core.$RefinementCtx<unknown>;

/** Records what is wrong with the value being read and what to write instead. */
export function refuse(
  issues: Issues,
  message: string,
  hint?: string,
  path: readonly PropertyKey[] = [],
): never {
  issues.addIssue({ code: 'custom', message, path: [...path], params: hint ? { hint } : {} });
  return z.NEVER;
}

/** Whether a field that is not known was found: what it was meant to say must not be missed as well. */
export const isMistaken = ({ issues }: Pick<Issues, 'issues'>): boolean => issues.length > 0;

/** Passes a value on to another declaration; its problems keep their paths. */
export function readAs<T>(schema: z.ZodType<T>, input: unknown, issues: Issues): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) issues.addIssue({ ...issue } as never);
  return z.NEVER;
}

/** What kind of thing stands in a file, for messages. */
export function kindOf(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  if (typeof input === 'boolean') return `${input}`;
  return typeof input === 'string' ? 'text' : `a ${typeof input}`;
}

/** A field that holds a number with a unit of one dimension, e.g. `10 TB`; read into base units. */
export function quantity<Q extends number>(dimension: Dimension<Q>, limits: Limits, about: About) {
  return z
    .unknown()
    .transform((input, issues) => readQuantity(dimension, limits, input, issues, about.example))
    .meta({
      example: dimension.example,
      form: dimension.what,
      ...about,
      shape: scalarShape(dimension),
    });
}

/** The JSON Schema of what may be written for a quantity. */
export const scalarShape = (dimension: Dimension) =>
  dimension.bare ? { type: ['string', 'number'] } : { type: 'string' };

/** Reads one number with its unit, within its limits. */
export function readQuantity<Q extends number>(
  dimension: Dimension<Q>,
  limits: Limits,
  input: unknown,
  issues: Issues,
  example: unknown = dimension.example,
): Q {
  const hint = `write ${dimension.what} such as ${example}`;
  if (typeof input !== 'string' && typeof input !== 'number') {
    return refuse(issues, `should be ${dimension.what}, not ${kindOf(input)}`, hint);
  }
  // The hint shows what one would write in this very field.
  const parsed = parse({ ...dimension, example: String(example) }, String(input));
  if (!parsed.ok) return refuse(issues, parsed.message, parsed.hint);
  const wrong = outside(parsed.value, limits, dimension);
  return wrong ? refuse(issues, wrong, hint) : parsed.value;
}

/** Why a value is not possible; undefined where it is. */
export function outside(value: number, limits: Limits, dimension: Dimension): string | undefined {
  const { min = 0, max = Infinity, above, whole } = limits;
  if (value < min || (above && value === min)) {
    return `must be ${above ? 'more than' : 'at least'} ${exact(dimension, min)}`;
  }
  if (value > max) return `must be at most ${exact(dimension, max)}`;
  return whole && !Number.isInteger(value) ? 'must be a whole number' : undefined;
}

const KNOWN = 'known are ';
/** The message of an unknown field, for `namesIn`. */
export const knownFields = (names: readonly string[]): string =>
  `${KNOWN}${[...new Set(names)].join(', ')}`;

/** The fields that an unknown one may have been meant to be, from the message of the problem. */
export const namesIn = (message: string): readonly string[] =>
  message.startsWith(KNOWN) ? message.slice(KNOWN.length).split(', ') : [];

/** A mapping of a fixed set of fields; any other field is a problem. */
export const fields = <S extends z.ZodRawShape>(shape: S, about: About) =>
  z
    .strictObject(shape, {
      error: ({ code }) =>
        code === 'unrecognized_keys' ? knownFields(Object.keys(shape)) : undefined,
    })
    .meta({ ...about });

/** Names are anything one can see: no control characters, no marks that turn the direction. */
const NAME = /^(?!\s)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,100}(?<!\s)$/u;

/** A mapping from names the user chooses to values of one kind. */
export const named = <T extends z.ZodType>(value: T, about: About, least = 0) =>
  z
    .record(
      z.string().regex(NAME, {
        message: 'a name has 1 to 100 visible characters, and no space at its ends',
      }),
      value,
    )
    .refine((map) => Object.keys(map).length >= least, {
      message: 'needs at least one entry',
      params: { hint: 'write one below it, indented, with a name' },
    })
    .meta({ ...about, ...(least > 0 && { shape: { minProperties: least } }) });

/** A field that takes one of a few words. */
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W, about: About) =>
  z.enum(words).meta({ example: words[0], ...about });

/** A field that holds text, such as the name of another part. */
export const text = (about: About, limit = 200) =>
  z
    .string()
    .min(1)
    .max(limit)
    .meta({ form: 'text', ...about });

/** A field that holds text of a form of its own, such as a date; `hint` says what to write. */
export const textThat = (
  fits: (text: string) => boolean,
  wrong: { readonly message: string; readonly hint: string },
  about: About,
) =>
  z
    .unknown()
    .transform((input, issues): string =>
      typeof input === 'string' && fits(input) ? input : refuse(issues, wrong.message, wrong.hint),
    )
    .meta({ form: 'text', ...about, shape: { type: 'string' } });
