import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LoneJob, loneJob, scenarioOf } from '../support/lone-job.ts';
import { planOf, runOf, secondsOf } from '../support/played.ts';

const times = (value: number | undefined, factor: number): number | undefined =>
  value === undefined ? undefined : value * factor;

/** Everything that can be had more of, and the job that has it. */
const MORE: Readonly<Record<string, (job: LoneJob, factor: number) => LoneJob>> = {
  'source read': (job, factor) => ({ ...job, read: times(job.read, factor) }),
  'link rate': (job, factor) => ({
    ...job,
    links: job.links.map((link) => ({ ...link, rate: link.rate * factor })),
  }),
  'live paths': (job) => ({ ...job, links: job.links.map((link) => ({ ...link, paths: 1 })) }),
  streams: (job, factor) => ({ ...job, streams: Math.ceil(job.streams * factor) }),
  window: (job, factor) => ({ ...job, window: times(job.window, factor) }),
  'store write': (job, factor) => ({ ...job, storeWrite: times(job.storeWrite, factor) }),
  'store read': (job, factor) => ({ ...job, storeRead: times(job.storeRead, factor) }),
  'cores of the tool': (job, factor) => ({ ...job, cores: job.cores * factor }),
  'cores of the site': (job, factor) => ({ ...job, siteCores: times(job.siteCores, factor) }),
  'scan rate': (job, factor) => ({ ...job, scan: times(job.scan, factor) }),
  'rate of the check': (job, factor) => ({
    ...job,
    verify: { ...job.verify, rate: job.verify.rate * factor },
  }),
  // Over several links streams from end to end lose more than transfers of one link each.
  'a pipelined path': (job) => (job.links.length > 1 ? job : { ...job, path: 'pipelined' }),
};

const jobs = (job: LoneJob): number[] => secondsOf(runOf(planOf(scenarioOf(job))));

describe('more of anything never makes a lone job later', () => {
  it.each(Object.keys(MORE))('%s', (name) => {
    const factor = fc.double({ min: 1, max: 20, noNaN: true });
    fc.assert(
      fc.property(loneJob, factor, (job, by) => {
        const before = jobs(job);
        const after = jobs(MORE[name]?.(job, by) ?? job);
        expect(after).toHaveLength(2);
        for (const [index, seconds] of after.entries()) {
          expect(seconds).toBeLessThanOrEqual((before[index] ?? 0) * (1 + 1e-12));
        }
      }),
      { numRuns: 20 },
    );
  });
});
