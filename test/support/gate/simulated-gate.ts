import type { Measurement } from '../../../src/benchmark/measurement.ts';
import { judge } from '../../../src/gate/judge.ts';
import type { Verdict } from '../../../src/gate/judgement.ts';
import { CLOCKS, type Clock } from '../../../src/gate/metric.ts';
import { type Reading, readingsOf } from '../../../src/gate/reading.ts';
import { type ReadingPair, sampleOf } from '../../../src/gate/sample.ts';
import type { Stream } from '../../../src/random/stream.ts';

/** The logarithm of one run beside what is usual, by each clock and of memory. */
export interface RunNoise {
  readonly clocks: Readonly<Record<Clock, number>>;
  readonly memory: number;
}

/**
 * How much real runs differ from their like, by records of which each series was run twice: half of
 * the difference to either side, made larger by √2, as both halves stray from a mean of their own.
 */
export function noiseIn(lines: readonly Measurement[]): readonly RunNoise[] {
  return [...readingsOf(lines).values()].flatMap(([one, other]) => {
    if (!one || !other) return [];
    const differ = (of: (reading: Reading) => number | null): number => {
      const [a, b] = [of(one), of(other)];
      return a !== null && b !== null && a > 0 && b > 0 ? Math.log(a / b) / Math.SQRT2 : Number.NaN;
    };
    const [wall = 0, quiet = 0, work = 0] = CLOCKS.map((clock) =>
      differ(({ times }) => times.backup?.[clock] ?? null),
    );
    const memory = differ(({ amounts }) => amounts.memory);
    if ([wall, quiet, work, memory].some(Number.isNaN)) return [];
    return [
      { clocks: { wall, quiet, work }, memory },
      { clocks: { wall: -wall, quiet: -quiet, work: -work }, memory: -memory },
    ];
  });
}

/**
 * Plays a gate over one series to its end, with time and memory judged together.
 *
 * @param noise of the run with a number, in the order of time.
 * @param effect the logarithm by which the second side takes longer.
 */
export function playedGate(
  noise: (run: number) => RunNoise,
  { coin, effect }: { readonly coin: Stream; readonly effect: number },
): readonly Verdict[] {
  const pairs: ReadingPair[] = [];
  for (let wanted = 1; ; ) {
    while (pairs.length < wanted) {
      const [one, two] = [noise(2 * pairs.length), noise(2 * pairs.length + 1)];
      const first = coin() < 0.5 ? 'before' : 'after';
      const [was, is] = first === 'before' ? [one, two] : [two, one];
      pairs.push({ before: readingOf(was, 0), after: readingOf(is, effect), first });
    }
    const samples = (['time', 'memory'] as const).flatMap((metric) => {
      const sample = sampleOf(pairs, metric, 9);
      const limit = metric === 'time' ? 0.1 : 0.25;
      return sample ? [{ scenario: 'one', metric, limit, ...sample }] : [];
    });
    const judged = judge(samples, null);
    wanted = Math.max(...judged.wanted);
    if (wanted <= pairs.length) return judged.judgements.map(({ verdict }) => verdict);
  }
}

/** A run of about ten seconds. */
const readingOf = ({ clocks, memory }: RunNoise, effect: number): Reading => ({
  ...{ repetition: 2, steps: [], faults: [], began: '' },
  times: {
    backup: {
      wall: 10 * Math.exp(clocks.wall + effect),
      quiet: 9 * Math.exp(clocks.quiet + effect),
      work: 8 * Math.exp(clocks.work + effect),
    },
    ...{ restore: null, check: null, prune: null },
  },
  amounts: {
    memory: 5e7 * Math.exp(memory),
    stored: null,
    sent: null,
    objects: null,
    requests: null,
  },
});
