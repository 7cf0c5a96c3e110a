import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../src/calibration/forecast.ts';
import type { Profile } from '../../src/calibration/profile.ts';
import { filesOf, oneWorkload } from '../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf, secondsOf, studiesOf } from '../support/played.ts';
import { dataWith, shippedProfile } from '../support/shipped-profile.ts';

const FILE = 'profiles/own.yaml';

/** 2 GB in ten thousand files that shrink to half, to a store that limits nothing. */
const planWith = (profile: Profile, tool: Declared = {}, workload: Declared = {}) =>
  planOf(
    oneWorkload({
      workload: { size: '2 GB', files: 10_000, compressibility: 2, change: '1 %/run', ...workload },
      store: { write: '1 PB/s', read: '1 PB/s' },
      tools: { own: { profile: FILE, combine: 1e6, ...tool } },
      strategy: { tool: 'own', full: ['2026-01-05'], incremental: ['2026-01-06'] },
    }),
    dataWith(profile, FILE),
  );

const backupIn = (profile: Profile) =>
  Object.values(profile.tools)[0]?.operations.find(({ operation }) => operation === 'backup');

/** What the full of that workload had to do, as a calibration counts it. */
const full = (ratio: number) => ({
  ...{ files: 10_000, changed: 10_000, beside: 10_000, read: 2e9, shrinking: ratio > 1 ? 2e9 : 0 },
  ...{ fresh: 2e9, ratio, stored: 0, held: 0, pieces: 1 },
});

describe('a tool that rests on a profile', () => {
  it.each(['restic', 'borg', 'tar', 'tar-zstd', 'rsync', 'rclone', 'built-in'])(
    '%s: a job that nothing else limits takes and stores what hindcast foretells of it',
    (name) => {
      const profile = shippedProfile(name);
      const backup = backupIn(profile);
      const ratio = profile.tools[name]?.shrinks ? 2 : 1;
      const run = runOf(planWith(profile));
      const seconds = backup && forecastOf(backup, full(ratio), 'quiet');
      const bytes = backup && forecastOf(backup, full(ratio), 'stored');
      expect(secondsOf(run)[0]).toBeCloseTo(seconds?.expected ?? 0, 3);
      expect((filesOf(run)[0]?.bytes ?? 0) / (bytes?.expected ?? 0)).toBeCloseTo(1, 6);
    },
  );

  it('a restore takes what hindcast foretells of it, too', () => {
    const profile = shippedProfile('borg');
    const restore = profile.tools.borg?.operations.find(({ operation }) => operation === 'restore');
    const seconds = restore && forecastOf(restore, full(2), 'quiet');
    const run = runOf(planWith(profile, {}, { change: '0 %/run' }));
    expect(run.recovery.newest?.seconds).toBeCloseTo(seconds?.expected ?? 0, 3);
  });

  it('takes what the scenario itself says in place of what was measured', () => {
    const profile = shippedProfile('restic');
    const measured = planWith(profile).strategies[0]?.policies[0]?.tool;
    const own = { cores: 1, work: { fixed: '7 s' }, stored: { share: '50 %' } };
    const tool = planWith(profile, own).strategies[0]?.policies[0]?.tool;
    expect(tool).toMatchObject({ cores: 1, prepare: 7, stored: { share: 0.5 } });
    expect(tool?.terms).toEqual(measured?.terms);
    expect(tool?.stored.exponent).toBe(measured?.stored.exponent);
    expect(tool?.profile?.rows.every(({ prepare, cores }) => prepare === 7 && cores === 1)).toBe(
      true,
    );
  });

  it('counts hash, codec and cipher as measured, and reads keep rules as the measured version does', () => {
    const tool = planWith(shippedProfile('restic')).strategies[0]?.policies[0]?.tool;
    expect(tool).toMatchObject({ work: 0, seal: 0, scan: null, perFile: 0, overhead: 0 });
    expect(tool?.style).toBe('dedup');
  });

  it('lists each number that was measured with its label, error and day', () => {
    const { defaults } = planWith(shippedProfile('restic'));
    const prepare = defaults.find(({ path }) => path === 'tools.own.prepare');
    expect(prepare?.source).toMatch(
      /^profiles\/own.yaml: label [ABCD], median error [\d.]+ %, 2026-11-30 \(measured\)$/,
    );
  });
});

describe('the futures of a tool that rests on a profile', () => {
  const profile = shippedProfile('restic');
  const plan = planWith(profile);
  const firsts = async (seed: number, trials: number) => {
    const [study] = await studiesOf(plan, { seed, trials });
    return study?.figures.map(({ jobs }) => jobs[0]?.seconds) ?? [];
  };

  it('draw one row of all terms together each, and the same row under the same seed', async () => {
    const [a, again, other] = [await firsts(1, 32), await firsts(1, 32), await firsts(2, 32)];
    expect(again).toEqual(a);
    expect(other).not.toEqual(a);
    expect(new Set(a).size).toBeGreaterThan(16);
  });

  it('spread around what is expected: the interval of the trials holds it', async () => {
    const [expected] = secondsOf(runOf(plan));
    const { strategies } = await resultOf(plan, { trials: 64 });
    const seconds = strategies[0]?.jobs[0]?.seconds;
    expect(seconds?.p05).toBeLessThan(expected ?? 0);
    expect(seconds?.p95).toBeGreaterThan(expected ?? 0);
  });

  it('move no draw of anything else', async () => {
    const uncertain = { size: '2 GB ± 20 %' };
    const plain = planOf({ ...oneWorkload({ workload: uncertain }) });
    const beside = planWith(profile, {}, uncertain);
    const sizes = async (one: typeof plan) =>
      (await studiesOf(one, { trials: 16 }))[0]?.figures.map(({ sizes }) => sizes[0]?.start);
    expect(await sizes(beside)).toEqual(await sizes(plain));
  });
});
