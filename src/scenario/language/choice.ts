import { z } from 'zod';
import { type About, type Issues, kindOf, knownFields, readAs, refuse } from './declare.ts';

/** One way to write a field: by the kind of thing that stands there or by a key that gives it away. */
export interface Option<T> {
  readonly shape: 'scalar' | 'list' | readonly string[];
  /** Fields that may stand beside the key that gives a mapping away. */
  readonly beside?: readonly string[];
  readonly schema: z.ZodType<T>;
}

/** What may be written, in words: what it is called, and what to write where it is something else. */
export interface Expected {
  readonly what: string;
  readonly hint: string;
}

/**
 * A field that can be written in several ways. The way is chosen by shape first, so that a wrong
 * or unknown key is a problem at that key and not a riddle at the whole field.
 */
export function choice<T>(about: About, expected: Expected, options: readonly Option<T>[]) {
  return z
    .unknown()
    .transform((input, issues): T => {
      const option = options.find(({ shape }) => hasShape(input, shape));
      if (option) return readAs(option.schema, input, issues);
      return refuseShape(input, expected, options, issues);
    })
    .meta({ form: expected.what, ...about, options: options.map(({ schema }) => schema) });
}

/** No way to write the field fits: the keys that belong to none of them are what is wrong. */
function refuseShape(
  input: unknown,
  expected: Expected,
  options: readonly Option<unknown>[],
  issues: Issues,
): never {
  const isMapping = typeof input === 'object' && input !== null && !Array.isArray(input);
  const shapes = options.flatMap(({ shape }) => (typeof shape === 'string' ? [] : shape));
  const known = [...shapes, ...options.flatMap(({ beside = [] }) => beside)];
  const strangers = isMapping ? Object.keys(input).filter((key) => !known.includes(key)) : [];
  if (shapes.length === 0 || strangers.length === 0) {
    return refuse(issues, `should be ${expected.what}, not ${kindOf(input)}`, expected.hint);
  }
  issues.addIssue({
    code: 'unrecognized_keys',
    keys: strangers,
    message: knownFields(known),
    path: [],
  });
  return z.NEVER;
}

function hasShape(input: unknown, shape: Option<unknown>['shape']): boolean {
  if (shape === 'scalar') return typeof input === 'string' || typeof input === 'number';
  if (shape === 'list') return Array.isArray(input);
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return false;
  return shape.length === 0 || shape.some((key) => Object.hasOwn(input, key));
}
