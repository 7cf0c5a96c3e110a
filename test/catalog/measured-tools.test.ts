import { describe, expect, it } from 'vitest';
import { profiledTools } from '../../src/calibration/profiled-tool.ts';
import { MEASURED } from '../../src/catalog/measured-tools.ts';
import type { WorkTerms } from '../../src/catalog/tool.ts';
import { tool } from '../../src/catalog/tools.ts';
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
    if (term('per-changed-file') > 0)
      expectLike(work.perChangedFile.value, term('per-changed-file'));
    expectLike(secondsOf(work, 1), byteTerms(term, 1));
    expectLike(secondsOf(work, 2), byteTerms(term, 2));
  });

  it('to restore is that of its profile', () => {
    expectLike(restore.fixed.value, profiled?.restore?.fixed.value);
    expectLike(restore.perFile.value, profiled?.restore?.perFile.value);
  });

  it('for each byte that comes back is that of its profile, or of a run with more of them', () => {
    // 3.22 GB in 9.6 s on two cores; from the small trees of the profile it is half of that.
    if (name === 'restic') return expectLike(2 * restore.rate.value, 3.22e9 / 9.6);
    // The profile gives the rate of one of the cores that it found busy, the catalog of one of its own.
    const rate = restore.rate.value * (tool(name)?.cores ?? Number.NaN);
    const cores = profiled?.cores ?? Number.NaN;
    expectLike(rate, (profiled?.restore?.rate.value ?? Number.NaN) * cores);
  });
});

/** Seconds of one core for a new byte that shrinks to `1 / ratio`: read, compressed and stored. */
const secondsOf = ({ read, compress, store }: WorkTerms, ratio: 1 | 2): number =>
  1 / (read?.value ?? Infinity) +
  (ratio - 1) / (compress?.value ?? Infinity) +
  1 / ratio / (store?.value ?? Infinity);

/** The same of a profile, which may not tell one of the terms from the others. */
const byteTerms = (term: (name: string) => number, ratio: 1 | 2): number =>
  (term('read') || 0) + (ratio - 1) * (term('compress') || 0) + (term('store') || 0) / ratio;
