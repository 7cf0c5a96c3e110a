import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../support/one-workload.ts';
import { planOf, runOf, secondsOf } from '../support/played.ts';

const rate = fc.double({ min: 1e6, max: 1e10, noNaN: true });
const seconds = fc.integer({ min: 0, max: 1000 }).map((us) => us / 1e6);

/** A job whose tool is measured term by term. */
const measured = fc.record({
  bytes: fc.integer({ min: 1e6, max: 1e13 }),
  files: fc.integer({ min: 1, max: 1e7 }),
  changes: fc.double({ min: 0.001, max: 0.5, noNaN: true }),
  compressibility: fc.constantFrom(1, 1.5, 2, 4),
  fixed: fc.constantFrom(0, 0.5),
  perFile: seconds,
  perChangedFile: seconds,
  read: rate,
  compress: rate,
  store: rate,
  cores: fc.double({ min: 0.5, max: 8, noNaN: true }),
  siteCores: fc.constantFrom(1, 2, 64),
  source: rate,
  write: rate,
  combine: fc.constantFrom(1, 2, 4, undefined),
});
type Measured = typeof measured extends fc.Arbitrary<infer T> ? T : never;

/** A full, and an increment when it is long over. */
const timesOf = (job: Measured): readonly number[] =>
  secondsOf(
    runOf(
      planOf(
        oneWorkload({
          horizon: '200 years',
          sites: { here: { server: { cores: job.siteCores } } },
          workload: {
            site: 'here',
            size: `${job.bytes} B`,
            files: job.files,
            change: { 'per-run': job.changes },
            compressibility: job.compressibility,
            read: `${job.source} B/s`,
          },
          store: { site: 'here', write: `${job.write} B/s` },
          tools: {
            own: {
              like: 'generic',
              cores: job.cores,
              ...(job.combine && { combine: job.combine }),
              work: {
                fixed: `${job.fixed} s`,
                'per-file': `${job.perFile} s`,
                'per-changed-file': `${job.perChangedFile} s`,
                read: `${job.read} B/s`,
                compress: `${job.compress} B/s`,
                store: `${job.store} B/s`,
              },
            },
          },
          strategy: { tool: 'own', full: ['2026-01-05'], incremental: ['2200-01-05'] },
        }),
      ),
    ),
  );

/** Work on all cores it keeps busy, and way, in seconds of a job that reads so many bytes. */
function partsOf(job: Measured, read: number) {
  const stored = read / job.compressibility;
  const core =
    job.files * job.perFile +
    (job.files * job.perChangedFile * read) / job.bytes +
    read / job.read +
    (read / job.compress) * Math.min(1, job.compressibility - 1) +
    stored / job.store;
  return {
    work: core / Math.min(job.cores, job.siteCores),
    way: Math.max(read / job.source, stored / job.write),
  };
}

/** The closed form of docs/model.md. */
function lone(job: Measured, read: number): number {
  const { work, way } = partsOf(job, read);
  const p = job.combine;
  if (p === undefined) return job.fixed + Math.max(work, way);
  const most = Math.max(work, way);
  return job.fixed + most * ((work / most) ** p + (way / most) ** p) ** (1 / p);
}

describe('a job whose tool is measured term by term', () => {
  it('alone takes what the closed form says, a full and an increment', () => {
    fc.assert(
      fc.property(measured, (job) => {
        const found = timesOf(job);
        const wanted = [lone(job, job.bytes), lone(job, job.bytes * job.changes)];
        expect(found).toHaveLength(2);
        for (const [index, right] of wanted.entries())
          expect(Math.abs((found[index] ?? 0) - right)).toBeLessThanOrEqual(1e-11 * right);
      }),
      { numRuns: 60 },
    );
  });

  it('takes at least the longer of work and way, and at most both', () => {
    fc.assert(
      fc.property(measured, (job) => {
        const [full = 0] = timesOf(job);
        const { work, way } = partsOf(job, job.bytes);
        expect(full).toBeGreaterThanOrEqual((job.fixed + Math.max(work, way)) * (1 - 1e-11));
        expect(full).toBeLessThanOrEqual((job.fixed + work + way) * (1 + 1e-11));
      }),
      { numRuns: 50 },
    );
  });

  it('is never later with more of anything', () => {
    const more = fc.constantFrom('read', 'compress', 'store', 'cores', 'source', 'write');
    const by = fc.double({ min: 1, max: 20, noNaN: true });
    fc.assert(
      fc.property(measured, more, by, (job, what, factor) => {
        const before = timesOf(job);
        const after = timesOf({ ...job, [what]: job[what as 'read'] * factor });
        for (const [index, time] of after.entries())
          expect(time).toBeLessThanOrEqual((before[index] ?? 0) * (1 + 1e-11));
      }),
      { numRuns: 50 },
    );
  });

  it('is never later with a higher exponent', () => {
    fc.assert(
      fc.property(measured, (job) => {
        const times = ([1, 2, 4, undefined] as const).map(
          (combine) => timesOf({ ...job, combine })[0] ?? 0,
        );
        for (let i = 1; i < times.length; i++)
          expect(times[i]).toBeLessThanOrEqual((times[i - 1] ?? 0) * (1 + 1e-11));
      }),
      { numRuns: 30 },
    );
  });
});
