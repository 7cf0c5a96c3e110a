import fc from 'fast-check';
import { CHECKPOINT_NAMES } from '../../../src/catalog/checkpoint-kinds.ts';
import { share } from './quantity-arbitrary.ts';
import { optionally } from './schedule-arbitrary.ts';

type Declared = Readonly<Record<string, unknown>>;

const billions = fc.integer({ min: 1, max: 800 }).map((n) => `${n} billion`);
const few = fc.integer({ min: 1, max: 30 });
const width = fc.integer({ min: 1, max: 16 }).map((n) => `${n} B`);
const kind = fc.constantFrom(...CHECKPOINT_NAMES);

/** What takes the place of a size, and the fields that it says as well. */
const DERIVED: fc.Arbitrary<readonly [Declared, readonly string[]]> = fc.oneof(
  fc.tuple(
    fc.record({
      checkpoints: optionally(
        { parameters: billions },
        { kind, 'bytes-per-parameter': width, 'keep-last': few },
      ),
    }),
    fc.constant(['size']),
  ),
  fc.tuple(
    fc.record({
      checkpoints: optionally(
        { parameters: billions, changed: share() },
        { kind, every: fc.constantFrom('20 min', '7.2 min', '1 d') },
      ),
    }),
    fc.constant(['size', 'change']),
  ),
  fc.tuple(
    fc.record({
      vectors: optionally(
        { count: billions, dimensions: fc.constantFrom(768, 1536) },
        { number: width, hnsw: few, neighbour: width, metadata: share() },
      ),
    }),
    fc.constant(['size']),
  ),
  fc.tuple(
    fc.record({ tokens: optionally({ 'per-day': billions }, { bytes: width }) }),
    fc.constant(['growth']),
  ),
  fc.tuple(
    fc.record({
      tokens: optionally({ 'per-day': billions, held: fc.constant('180 d') }, { bytes: width }),
    }),
    fc.constant(['size', 'growth', 'change']),
  ),
);

/** Workloads whose size, change or growth follows from what they hold. */
export const derivedSize = (sized: fc.Arbitrary<Declared>): fc.Arbitrary<Declared> =>
  fc.tuple(sized, DERIVED).map(([workload, [own, without]]) => ({
    ...Object.fromEntries(Object.entries(workload).filter(([key]) => !without.includes(key))),
    ...own,
  }));
