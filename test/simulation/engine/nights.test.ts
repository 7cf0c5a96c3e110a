import { describe, expect, it } from 'vitest';
import type { Profile } from '../../../src/calibration/profile.ts';
import { drawNight, effortOfNight, nightsOf } from '../../../src/simulation/engine/nights.ts';
import type { Flows } from '../../../src/simulation/sharing/flow-spec.ts';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf } from '../../support/played.ts';
import { dataWith, shippedProfile } from '../../support/shipped-profile.ts';

const FILE = 'profiles/own.yaml';
const TRIAL = { kind: 'trial', number: 3 } as const;

/** The shipped profile of restic, certain of its terms, whose runs took half of what was foretold or twice. */
function halvesAndDoubles(): Profile {
  const profile = structuredClone(shippedProfile('restic')) as Profile;
  const logs = [Math.log(0.5), Math.log(2)].map((log) => ({ group: 0, log }));
  const certain = (fitted: { terms: readonly { value: number }[] } | null | undefined) =>
    fitted &&
    Object.assign(fitted, { residuals: logs, rows: [fitted.terms.map(({ value }) => value)] });
  for (const operation of profile.tools.restic?.operations ?? []) {
    for (const fitted of [operation.work, operation.quiet, operation.stored?.fitted])
      certain(fitted);
  }
  return profile;
}

const declared = (strategy: Declared = {}, more: Declared = {}): Declared =>
  oneWorkload({
    horizon: '60 days',
    workload: { size: '2 TB', files: 10_000, change: '10 %/run' },
    store: { write: '1 PB/s', read: '1 PB/s' },
    tools: { own: { profile: FILE, combine: 1e6 } },
    strategy: { tool: 'own', full: 'never', incremental: 'daily at 20:00', ...strategy },
    ...more,
  });
const planWith = (of: Declared) => planOf(of, dataWith(halvesAndDoubles(), FILE));
const durations = (of: Declared, replication: typeof TRIAL | { kind: 'expected' }) => [
  ...(runOf(planWith(of), { replication }).durations[0] ?? []),
];

describe('the nights of a tool that rests on a profile', () => {
  it('take half or twice what is expected, each its own, where no run took anything else', () => {
    const expected = durations(declared(), { kind: 'expected' });
    const ratios = durations(declared(), TRIAL).map((seconds, i) => seconds / (expected[i] ?? 0));
    const [fast, slow] = [0.5, 2].map((factor) =>
      ratios.filter((ratio) => Math.abs(ratio / factor - 1) < 1e-9),
    );
    expect(ratios).toHaveLength(60);
    expect((fast?.length ?? 0) + (slow?.length ?? 0)).toBe(60);
    // Sixty throws of a coin: fewer than 15 of one side have a chance of 0.003 %.
    expect(Math.min(fast?.length ?? 0, slow?.length ?? 0)).toBeGreaterThan(15);
  });

  it('are as slow for another strategy, and other ones in another future', () => {
    const ratio = (keep: Declared, number: number) => {
      const expected = durations(declared({ keep }), { kind: 'expected' });
      return durations(declared({ keep }), { kind: 'trial', number } as typeof TRIAL).map(
        (seconds, i) => seconds > (expected[i] ?? 0),
      );
    };
    expect(ratio({ last: 3 }, 3)).toEqual(ratio({ daily: 30 }, 3));
    expect(ratio({ last: 3 }, 3)).not.toEqual(ratio({ last: 3 }, 4));
  });

  it('let a part of the windows be missed', async () => {
    const [, usual = 0] = durations(declared(), { kind: 'expected' });
    const minutes = String(Math.round((usual * 1.2) / 60)).padStart(2, '0');
    const window = { window: `20:00-20:${minutes}` };
    const { strategies } = await resultOf(planWith(declared(window)), { trials: 8 });
    const fits = strategies[0]?.window.fits;
    expect(fits?.mean).toBeGreaterThan(0.3);
    expect(fits?.mean).toBeLessThan(0.7);
  });
});

describe('the factor of a night', () => {
  const profile = { nights: Float64Array.of(1.5) };
  const tool = { tool: { profile } } as unknown as Parameters<typeof nightsOf>[1];
  const made = nightsOf({ seed: 1, replication: TRIAL }, tool, { name: 'data' });

  it('is drawn of those that were measured, and not where nothing was, nor in the expected run', () => {
    if (made) drawNight(made);
    expect(made?.factor).toBe(1.5);
    expect(
      nightsOf({ seed: 1, replication: { kind: 'expected' } }, tool, { name: 'data' }),
    ).toBeNull();
    const plain = { tool: { profile: null } } as Parameters<typeof nightsOf>[1];
    expect(nightsOf({ seed: 1, replication: TRIAL }, plain, { name: 'data' })).toBeNull();
  });

  it('multiplies all work: 3 of bytes, 0.5 × 4 as stored and 1 of files make 6; half as much more is 3', () => {
    const worker = { fixed: 3, byRatio: 4 };
    const flows = { specs: [{ worker: null }, { worker }] } as unknown as Flows;
    if (made) expect(effortOfNight(made, flows, 0.5, 1)).toBe(1 + 3);
  });
});
