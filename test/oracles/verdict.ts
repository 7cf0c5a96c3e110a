/** One expected field beside what came out of the front door. */
export interface Verdict {
  /** dotted path below `expected` */
  readonly field: string;
  readonly expected: unknown;
  readonly actual: unknown;
  readonly ok: boolean;
}

type Tolerances = Readonly<Record<string, unknown>>;

/**
 * Holds an answer against `expected`, field by field. The answer has the shape of `expected`; a
 * field that the answer does not know is an error, so that no expectation is passed over.
 *
 * @throws when the answer has no such field, or a tolerance is of an unknown kind.
 */
export function verdicts(
  expected: Readonly<Record<string, unknown>>,
  actual: Readonly<Record<string, unknown>>,
  tolerances: Tolerances,
): readonly Verdict[] {
  return Object.entries(expected).flatMap(([field, value]) => {
    if (!Object.hasOwn(actual, field)) throw new Error(`nothing answers the field ${field}`);
    return compare(field, value, actual[field], tolerances);
  });
}

function compare(
  field: string,
  expected: unknown,
  actual: unknown,
  tolerances: Tolerances,
): readonly Verdict[] {
  if (Array.isArray(expected)) {
    const list = Array.isArray(actual) ? actual : [];
    const { length } = expected;
    return [
      {
        field: `${field}.length`,
        expected: length,
        actual: list.length,
        ok: list.length === length,
      },
      ...expected.flatMap((part, index) =>
        compare(`${field}.${index}`, part, list[index], tolerances),
      ),
    ];
  }
  if (isMapping(expected)) return compareMappings(field, expected, actual, tolerances);
  const ok =
    typeof expected === 'number'
      ? typeof actual === 'number' && isNear(actual, expected, field, tolerances)
      : actual === expected;
  return [{ field, expected, actual, ok }];
}

/** A field that stands on one side only is wrong too. */
function compareMappings(
  field: string,
  expected: Readonly<Record<string, unknown>>,
  actual: unknown,
  tolerances: Tolerances,
): readonly Verdict[] {
  const other = isMapping(actual) ? actual : {};
  const keys = new Set([...Object.keys(expected), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    compare(`${field}.${key}`, expected[key], other[key], tolerances),
  );
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The entry for the field, for all sizes, or for everything. */
function toleranceOf(field: string, tolerances: Tolerances): unknown {
  const plain = field.replace(/\.\d+/g, '');
  const sizes = plain.endsWith('GiB') ? tolerances.sizes : undefined;
  const steps = plain.split('.');
  const named = tolerances[steps[0] ?? ''] ?? tolerances[steps.at(-1) ?? ''];
  return tolerances[plain] ?? named ?? sizes ?? tolerances.default;
}

/** Sizes are whole bytes, which either side may have rounded. */
const BYTES_IN_GIB = 2 / 2 ** 30;

/** `exact` is equal, for computed numbers within 1e-9 relative. */
function isNear(actual: number, expected: number, field: string, tolerances: Tolerances): boolean {
  const tolerance = toleranceOf(field, tolerances);
  const off = Math.abs(actual - expected);
  if (typeof tolerance === 'string' && tolerance.startsWith('exact')) {
    return off <= 1e-9 * Math.abs(expected) + (field.endsWith('GiB') ? BYTES_IN_GIB : 0);
  }
  const entries = isMapping(tolerance) ? Object.entries(tolerance) : [];
  if (entries.length === 0) throw new Error(`no tolerance: ${JSON.stringify(tolerance)}`);
  return entries.every(([kind, allowed]) => {
    if (kind === 'relative') return off <= Number(allowed) * Math.abs(expected);
    if (kind.startsWith('absolute')) return off <= Number(allowed);
    throw new Error(`unknown tolerance ${kind}`);
  });
}

/** Those that do not hold, one line each, for the message of a failing test. */
export const failures = (all: readonly Verdict[]): readonly string[] =>
  all
    .filter(({ ok }) => !ok)
    .map(
      ({ field, expected, actual }) =>
        `${field}: ${JSON.stringify(actual)} for ${JSON.stringify(expected)}`,
    );
