import { z } from 'zod';
import { type Dimension, exact, outOfRange, parse } from '../../units/dimension.ts';

/** Metadata of a field besides its type: the source of the reference page. */
export interface About {
  readonly description: string;
  /** The default in words. */
  readonly default?: string;
  readonly example?: unknown;
  /** The form of the value in words, e.g. `a size`. */
  readonly form?: string;
  /** Anchor of the chapter of the reference page that explains the form. */
  readonly chapter?: 'uncertain-quantities' | 'schedules' | 'windows';
  /** Names of the catalog that may stand here, which editors offer. */
  readonly names?: readonly string[];
}

/** Range of a value, in base units; `min` is 0 by default. */
export interface Limits {
  readonly min?: number;
  readonly max?: number;
  /** Whether `min` is exclusive. */
  readonly above?: true;
  readonly whole?: true;
}

/** Collects the problems of the value being read. */
export type Issues = z.core.$RefinementCtx<unknown>;

/** Reports a problem of the value being read, with a hint; returns `z.NEVER`. */
export function refuse(
  issues: Issues,
  message: string,
  hint?: string,
  path: readonly PropertyKey[] = [],
): never {
  issues.addIssue({ code: 'custom', message, path: [...path], params: hint ? { hint } : {} });
  return z.NEVER;
}

/** Whether unknown fields were found: then do not also report what seems to be missing. */
export const isMistaken = ({ issues }: Pick<Issues, 'issues'>): boolean => issues.length > 0;

/** Parses a value with another schema; problems keep their paths. */
export function readAs<T>(schema: z.ZodType<T>, input: unknown, issues: Issues): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  for (const issue of result.error.issues) issues.addIssue({ ...issue } as never);
  return z.NEVER;
}

/** The type of an input value in words, for messages. */
export function kindOf(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'a mapping';
  if (typeof input === 'boolean') return `${input}`;
  return typeof input === 'string' ? 'text' : `a ${typeof input}`;
}

/** What a schema made here is like. `meta` would make the schema a second time to say it. */
export const ABOUT = z.globalRegistry;

/** Declares a number with a unit of one dimension, e.g. `10 TB`; parsed to base units. */
export function quantity<Q extends number>(dimension: Dimension<Q>, limits: Limits, about: About) {
  return z
    .unknown()
    .transform((input, issues) => readQuantity(dimension, limits, input, issues, about.example))
    .register(ABOUT, {
      example: dimension.example,
      form: dimension.what,
      ...about,
      shape: scalarShape(dimension),
    });
}

/** JSON Schema of the input of a quantity. */
export const scalarShape = (dimension: Dimension) =>
  dimension.bare ? { type: ['string', 'number'] } : { type: 'string' };

/** Reads one number with its unit and checks its limits. */
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
  // The hint shows the example of this field.
  const parsed = parse({ ...dimension, example: String(example) }, String(input));
  if (!parsed.ok) return refuse(issues, parsed.message, parsed.hint);
  const wrong = outside(parsed.value, limits, dimension);
  return wrong ? refuse(issues, wrong.message, wrong.hint ?? hint) : parsed.value;
}

/**
 * What is wrong with a value outside its limits, or beyond the range of its dimension; undefined if
 * it is inside.
 */
export function outside(
  value: number,
  limits: Limits,
  dimension: Dimension,
): { readonly message: string; readonly hint?: string } | undefined {
  const { min = 0, max = Infinity, above, whole } = limits;
  if (value < min || (above && value === min)) {
    return { message: `must be ${above ? 'more than' : 'at least'} ${exact(dimension, min)}` };
  }
  if (value > max) return { message: `must be at most ${exact(dimension, max)}` };
  const wrong = outOfRange(dimension, value);
  if (wrong) return wrong;
  return whole && !Number.isInteger(value) ? { message: 'must be a whole number' } : undefined;
}

const KNOWN = 'known are ';
/** Message of an unknown field; `namesIn` parses it. */
export const knownFields = (names: readonly string[]): string =>
  `${KNOWN}${[...new Set(names)].join(', ')}`;

/** The known fields, parsed from the message of `knownFields`; empty for other messages. */
export const namesIn = (message: string): readonly string[] =>
  message.startsWith(KNOWN) ? message.slice(KNOWN.length).split(', ') : [];

/** Declares a mapping with a fixed set of fields; any other field is a problem. */
export const fields = <S extends z.ZodRawShape>(shape: S, about: About) =>
  z
    .strictObject(shape, {
      error: ({ code }) =>
        code === 'unrecognized_keys' ? knownFields(Object.keys(shape)) : undefined,
    })
    .register(ABOUT, { ...about });

/** A name: 1 to 100 visible characters, no control or bidi characters, no space at its ends. */
const NAME = /^(?!\s)[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]{1,100}(?<!\s)$/u;

/** Declares a mapping from user-defined names to values of one kind, with `least` entries. */
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
    .register(ABOUT, {
      ...about,
      ...(least > 0 && { shape: { minProperties: least } }),
    });

/** Declares an enumeration of words. */
export const oneOf = <const W extends readonly [string, ...string[]]>(words: W, about: About) =>
  z.enum(words).register(ABOUT, { example: words[0], ...about });

/** Declares text, such as the name of another entry. */
export const text = (about: About, limit = 200) =>
  z
    .string()
    .min(1)
    .max(limit)
    .register(ABOUT, { form: 'text', ...about });

/** What is wrong with a text, and what to write instead. */
interface Wrong {
  readonly message: string;
  readonly hint: string;
}

/** Declares text that satisfies a predicate, such as a date; `wrong` is reported otherwise. */
export const textThat = (
  fits: (text: string) => boolean,
  wrong: Wrong | ((text: string) => Wrong),
  about: About,
) =>
  z
    .unknown()
    .transform((input, issues): string => {
      if (typeof input === 'string' && fits(input)) return input;
      const { message, hint } = typeof wrong === 'function' ? wrong(String(input)) : wrong;
      return refuse(issues, message, hint);
    })
    .register(ABOUT, { form: 'text', ...about, shape: { type: 'string' } });
