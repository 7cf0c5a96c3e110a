import fc from 'fast-check';
import { rate } from './quantity-arbitrary.ts';
import { optionally } from './schedule-arbitrary.ts';

type Declared = Readonly<Record<string, unknown>>;

const minutes = fc.integer({ min: 1, max: 600 }).map((n) => `${n} min`);
const FAILURES = fc.constantFrom(
  {},
  { failures: { any: '100 %' } },
  { failures: { process: '60 %', site: 0.4 } },
);

/** Training runs that save workloads of a scenario; the last tier survives everything. */
export function trainingRun(parts: {
  readonly workloads: readonly string[];
  readonly stores: readonly string[];
}): fc.Arbitrary<Declared> {
  const failing = fc.oneof(
    fc.record({ mtbf: minutes }),
    fc.record({
      nodes: fc.integer({ min: 1, max: 4096 }),
      'node-failures': fc.constantFrom('0.0038 /day', '0.4 %/day', '2 /year'),
    }),
  );
  const mode = fc.constantFrom(
    {},
    { mode: 'sync' },
    { mode: 'async', snapshot: '5 s' },
    { mode: 'async', snapshot: '1 h' },
  );
  const required = {
    workload: fc.constantFrom(...parts.workloads),
    accelerators: fc.integer({ min: 1, max: 100_000 }),
  };
  const optional = { price: fc.constantFrom('2.5', '0', '1_0.25'), restart: minutes };
  return fc
    .tuple(optionally(required, optional), failing, mode, FAILURES, tiers(parts.stores))
    .map(([run, rates, how, kinds, [first, ...others]]) => {
      const quick =
        'failures' in kinds ? { survives: Object.keys(kinds.failures).slice(0, 1) } : {};
      return { ...run, ...rates, ...how, ...kinds, tiers: [{ ...first, ...quick }, ...others] };
    });
}

/** Two tiers or three, each with a name of its own. */
function tiers(stores: readonly string[]): fc.Arbitrary<readonly Declared[]> {
  const more = {
    every: fc.oneof(fc.constant('auto'), minutes),
    restore: minutes,
    'keep-last': fc.integer({ min: 1, max: 30 }),
    store: fc.constantFrom(...stores),
  };
  const speed = fc.oneof(fc.record({ rate }), fc.record({ save: minutes }));
  return fc
    .array(fc.tuple(optionally({}, more), speed), { minLength: 2, maxLength: 3 })
    .map((own) => own.map(([tier, fast], place) => ({ name: `tier ${place}`, ...fast, ...tier })));
}

/** Prices are in the currency of their scenario. */
export function inCurrency(declared: Declared): Declared {
  const training = declared.training as Readonly<Record<string, Declared>> | undefined;
  if (!training) return declared;
  const currency = declared.currency ?? 'USD';
  const priced = Object.entries(training).map(([name, run]) => [
    name,
    { ...run, ...(run.price !== undefined && { price: `${run.price} ${currency}/h` }) },
  ]);
  return { ...declared, training: Object.fromEntries(priced) };
}
