import { z } from 'zod';
import { ABOUT, type About, type Issues, kindOf, knownFields, readAs, refuse } from './declare.ts';

/**
 * One form of a field, recognised by shape: a scalar, a list, or a mapping with one of these keys
 * (an empty array matches any mapping).
 */
export interface Option<T> {
  readonly shape: 'scalar' | 'list' | readonly string[];
  /** Further keys that such a mapping may have. */
  readonly beside?: readonly string[];
  readonly schema: z.ZodType<T>;
}

/** The expected value in words, and a hint for other input. */
export interface Expected {
  readonly what: string;
  readonly hint: string;
}

/**
 * Declares a field with several forms. The form is selected by shape before it is parsed, so that
 * an error in it is reported at the faulty key and not as a failed union of the whole field.
 *
 * @param options are made when the first is needed: a scenario uses few of all that there are.
 */
export function choice<T>(about: About, expected: Expected, options: () => readonly Option<T>[]) {
  let made: readonly Option<T>[] | undefined;
  const forms = (): readonly Option<T>[] => {
    made ??= options();
    return made;
  };
  return z
    .unknown()
    .transform((input, issues): T => {
      const option = forms().find(({ shape }) => hasShape(input, shape));
      if (option) return readAs(option.schema, input, issues);
      return refuseShape(input, expected, forms(), issues);
    })
    .register(ABOUT, {
      form: expected.what,
      ...about,
      get options() {
        return forms().map(({ schema }) => schema);
      },
    });
}

/** Reports input that matches no form: its unknown keys, or else its type. */
function refuseShape(
  input: unknown,
  expected: Expected,
  options: readonly Option<unknown>[],
  issues: Issues,
): never {
  const isMapping = typeof input === 'object' && input !== null && !Array.isArray(input);
  const shapes = options.flatMap(({ shape }) => (typeof shape === 'string' ? [] : shape));
  const known = [...shapes, ...options.flatMap(({ beside = [] }) => beside)];
  const unknownKeys = isMapping ? Object.keys(input).filter((key) => !known.includes(key)) : [];
  if (shapes.length === 0 || unknownKeys.length === 0) {
    return refuse(issues, `should be ${expected.what}, not ${kindOf(input)}`, expected.hint);
  }
  issues.addIssue({
    code: 'unrecognized_keys',
    keys: unknownKeys,
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
