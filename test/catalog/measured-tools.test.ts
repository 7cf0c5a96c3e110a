import { describe, expect, it } from 'vitest';
import { profiledTools } from '../../src/calibration/profiled-tool.ts';
import { MEASURED } from '../../src/catalog/measured-tools.ts';
import { shippedProfile } from '../support/shipped-profile.ts';

/** Figures are written with three digits. */
const ROUNDED = 0.005;

describe.each(Object.entries(MEASURED))('what %s takes', (name, { prepare, work, restore }) => {
  const profile = shippedProfile(name);
  const profiled = profiledTools(profile, name).get(name)?.tool;
  const backup = profile.tools[name]?.operations.find(({ operation }) => operation === 'backup');
  const term = (wanted: string) =>
    backup?.work?.terms.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  const expectLike = (value: number | undefined, measured: number | undefined) =>
    expect(Math.abs((value ?? Number.NaN) / (measured ?? Number.NaN) - 1)).toBeLessThan(ROUNDED);

  it('to start is that of its profile', () => expectLike(prepare.value, profiled?.prepare.value));

  it('in processor seconds is that of its profile', () => {
    expectLike(work.perFile.value, term('per-file'));
    expectLike(work.read?.value, 1 / term('read'));
  });

  it('to restore is that of its profile', () => {
    expectLike(restore.fixed.value, profiled?.restore?.fixed.value);
    expectLike(restore.perFile.value, profiled?.restore?.perFile.value);
    // The profile gives the rate of one of the cores that it found busy.
    const cores = profiled?.cores ?? Number.NaN;
    expectLike(restore.rate.value, (profiled?.restore?.rate.value ?? Number.NaN) * cores);
  });
});
