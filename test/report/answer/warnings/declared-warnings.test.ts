import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../../support/one-workload.ts';
import { type Declared, resultOf } from '../../../support/played.ts';

const warned = async (declared: Declared): Promise<readonly string[]> =>
  (await resultOf(declared)).warnings;

const SITES = {
  sites: { here: {}, there: {} },
  links: { line: { between: ['here', 'there'], rate: '10 MB/s' } },
  stores: { disk: { site: 'here' }, far: { site: 'there' } },
};
/** A copy over a line that takes 1 TB in 27.8 h, of ten days. */
const copied = (copy: Declared = {}, more: Declared = {}): Declared =>
  oneWorkload({
    ...SITES,
    workload: { site: 'here' },
    strategy: {
      to: 'disk',
      full: 'never',
      incremental: 'daily at 00:00',
      copies: [{ to: 'far', ...copy }],
    },
    objectives: { rpo: '24 h' },
    ...more,
  });

describe('a warning tells', () => {
  it('of seeding that takes a tenth of the horizon, unless a date is promised', async () => {
    const late =
      'plan: far is seeded on 2026-01-06: until then RPO and RTO are not judged; objectives.protected-by judges it';
    expect(await warned(copied())).toContain(late);
    const dated = { objectives: { rpo: '24 h', 'protected-by': '3 d' } };
    expect(await warned(copied({}, dated))).not.toContain(late);
    expect(await warned(copied({}, { horizon: '30 days' }))).not.toContain(late);
  });

  it('of copies that are old when they can be used, where a gap alone keeps the RPO', async () => {
    const lost = async (delay: string) => {
      const fire = { fire: { scope: 'site here', 'per-year': 0.1 } };
      const all = await warned(copied({ delay }, { horizon: '200 days', disasters: fire }));
      return all.find((line) => line.includes('at one instant in twenty'));
    };
    // Begun 46 h after a point, a copy takes that of 22 h before: it is 22 to 46 h old while it is
    // the newest, and older than 44.8 h for a twentieth of the time.
    expect(await lost('46 h')).toBe(
      'plan: at one instant in twenty fire takes more than 44.8 h of work, and the rpo is 24 h: it judges the gaps between points, which are old when they can be used',
    );
    expect(await lost('0 s')).toBeUndefined();
  });

  it('of copies that follow fulls, of which there is one', async () => {
    const once = 'plan: copies in far follow fulls, and after the first there is none';
    expect(await warned(copied({ after: 'full' }))).toContain(once);
    expect(await warned(copied())).not.toContain(once);
  });

  it('of prunes in a bucket, of which the bill knows a part', async () => {
    const pruned = (stores: Declared) =>
      warned(
        oneWorkload({
          stores,
          strategy: {
            tool: 'restic',
            full: 'never',
            incremental: 'daily at 00:00',
            prune: 'weekly on Sunday at 12:00',
          },
        }),
      );
    const line =
      'plan: bills leave out what prunes write and delete, what they leave unused, and that what they write is young again';
    expect(await pruned({ disk: { profile: 'cloud/b2' } })).toContain(line);
    expect(await pruned({ disk: { write: '1 GB/s' } })).not.toContain(line);
  });

  it('of a bucket without a line, and of room that nobody knows', async () => {
    const bucket = { stores: { disk: { profile: 'cloud/b2' } } };
    expect(await warned(oneWorkload(bucket))).toContain(
      'plan: nothing but its requests limits the way to disk: give sites, and a link with a rate',
    );
    const endless = 'plan: disk has no capacity, so it is never full, whatever is promised';
    const objectives = { fill: '80 %' };
    expect(await warned(oneWorkload({ objectives }))).toContain(endless);
    const stores = { disk: { capacity: '900 TB' } };
    expect(await warned(oneWorkload({ objectives, stores }))).not.toContain(endless);
  });

  it('of promises after a disaster that strikes nothing', async () => {
    const flood = { scope: 'site there', 'per-year': 1, objectives: { rto: '1 h' } };
    expect(await warned(copied({}, { disasters: { flood } }))).toContain(
      'plan: flood strikes nothing that is protected, so what is promised after it is not judged',
    );
  });

  it('of a training run that does not get ahead', async () => {
    const run = (mtbf: string) => ({
      training: {
        big: { workload: 'data', accelerators: 100, mtbf, tiers: [{ name: 'pfs', save: '1 h' }] },
      },
    });
    expect(await warned(oneWorkload(run('10 min')))).toContain(
      'training big: not one save that counts is expected within a year',
    );
    expect((await warned(oneWorkload(run('10 h')))).join()).not.toContain('training');
  });
});
