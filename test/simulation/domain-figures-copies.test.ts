import { describe, expect, it } from 'vitest';
import { type Edits, planned, shipped } from '../support/shipped.ts';

const PB = 1e15;
const HOUR = 3600;
const DAY = 86_400;

describe('tape-archive.yaml', () => {
  /** The 5 PB of the first day on one set of tapes, before anything is added. */
  const set = async (store: string, profile: string) =>
    planned(
      await shipped('tape-archive', {
        horizon: '80 days',
        'workloads.archive.growth': undefined,
        [`stores.${store}.profile`]: profile,
        disasters: undefined,
        objectives: undefined,
        strategies: {
          once: { to: store, streams: 4, full: ['2026-01-05T20:00'], keep: { last: 1 } },
        },
      }),
    );

  it.each([
    ['first-lto9', 'tape/lto9', 278],
    ['first-lto10', 'tape/lto10-40tb', 125],
  ])('needs on %s (%s) %d cartridges a copy', async (store, profile, cartridges) => {
    expect((await set(store, profile)).library(store).everUsed.mean).toBe(cartridges);
  });

  it('is read in 48 d at 4 x 300 MB/s; in 51 d at the fastest step of half-height drives', async () => {
    const { terms } = (await set('first-lto9', 'tape/lto9-hh')).newest();
    const changes = (278 / 4) * 420;
    const days = (5 * PB) / (4 * 284e6) / DAY;
    expect(terms.move.mean / DAY).toBeGreaterThan(days);
    expect(terms.move.mean / DAY).toBeLessThan(days + changes / DAY);
    expect((days * 284) / 300).toBeCloseTo(48, 0);
  });

  it('keeps two copies apart, and of cartridges about twice as many of LTO-9', async () => {
    const result = await shipped('tape-archive');
    const nine = planned(result, 'two-and-one-lto9');
    const ten = planned(result, 'two-and-one-lto10');
    // 12.3 PB after ten years, without a set begun anew: 684 of 18 TB, 308 of 40 TB.
    expect(nine.library('first-lto9').everUsed.mean).toBe(684);
    expect(ten.library('first-lto10').everUsed.mean).toBe(308);
    for (const plan of [nine, ten]) {
      expect(plan.rule('us.36cfr1236.28').verdict).toBe('kept');
      expect(plan.disaster('archive-burns').survivors).toHaveLength(1);
    }
    expect(planned(result, 'one-set-lto9').rule('us.36cfr1236.28').verdict).toBe('broken');
    expect(planned(result, 'one-set-lto9').disaster('archive-burns').unprotected.mean).toBe(1);
  });
});

describe('ransomware.yaml', () => {
  it('leaves nothing of copies that are online, in half of the cases with 14 d, in a seventh with 30 d', async () => {
    const result = await shipped('ransomware', { horizon: '120 days' }, ['--trials', '100']);
    const bare = (name: string) => planned(result, name).disaster('ransomware').unprotected.mean;
    expect(bare('online-only')).toBe(1);
    // The median of the dwell time is 14 d; 30 d is passed where ln(30/14) / 0.7 is, by 13.8 %.
    // 100 trials leave 5 and 3.5 points of doubt, and the first weeks a little more.
    expect(Math.abs(bare('locked-14-days') - 0.5)).toBeLessThan(0.12);
    expect(Math.abs(bare('locked-30-days') - 0.138)).toBeLessThan(0.08);
    // Tapes of eight weeks: 84 d are passed by half a percent.
    expect(bare('offline-tape')).toBeLessThan(0.03);
    expect(planned(result, 'offline-tape').disaster('ransomware').survivors).toEqual(['tapes']);
  });

  it('advises the tapes, a hair before the lock of 30 d, where the dwell time stands at its mean of 18 d', async () => {
    const result = await shipped('ransomware');
    // One courier brings the tapes of both workloads: a second day would make the lock cheaper.
    expect(result.advice.take).toBe('offline-tape');
    const dear = (name: string) => planned(result, name).cost?.expected.mean ?? 0;
    expect(dear('locked-30-days') / dear('offline-tape')).toBeCloseTo(1, 2);
  });
});

describe('what a strategy costs', () => {
  it('is what its own stores cost: those of the other strategies stand there without it', async () => {
    const result = await shipped('ransomware', { horizon: '60 days' });
    const stores = (name: string) => [
      ...new Set((planned(result, name).cost?.lines ?? []).map(({ store }) => store)),
    ];
    expect(stores('online-only')).toEqual(['branch-disk', 'disk', null]);
    expect(stores('offline-tape')).toEqual(['disk', 'tapes', null]);
  });
});

describe('multi-cloud.yaml', () => {
  const third = async (edits: Edits = {}) =>
    planned(await shipped('multi-cloud', { horizon: '90 days', ...edits }), 'third-provider');

  it('turns yuan into the money of the answers by the rate that is stated', async () => {
    const [shippedRate, twice] = [await third(), await third({ 'exchange.CNY': '0.28 USD' })];
    for (const line of ['storage', 'requests', 'restores']) {
      expect(twice.paid(line, 'third-cloud') / shippedRate.paid(line, 'third-cloud')).toBeCloseTo(
        2,
        9,
      );
      expect(twice.paid(line, 'same-region')).toBe(shippedRate.paid(line, 'same-region'));
    }
  });

  it('is a problem without that rate', async () => {
    await expect(third({ exchange: undefined })).rejects.toThrow('is priced in CNY, not in USD');
  });

  it('survives the loss of a provider only with another one, in the time that its line takes', async () => {
    const result = await shipped('multi-cloud');
    const lost = (name: string) => planned(result, name).disaster('provider-lost');
    expect(lost('same-region').unprotected.mean).toBe(1);
    expect(lost('other-region').unprotected.mean).toBe(1);
    for (const name of ['second-provider', 'third-provider']) {
      expect(lost(name).unprotected.mean).toBe(0);
      // Egress, retrieval and requests when coming back, as often as that happens.
      const store = name === 'second-provider' ? 'second-cloud' : 'third-cloud';
      expect(planned(result, name).paid('restores', store)).toBeGreaterThan(0);
    }
    // 10 Gbit/s against 2 Gbit/s, for the same bytes, but for what each file takes.
    const bytes = await shipped('multi-cloud', { 'tools.pool.restore': { 'per-file': '0 s' } });
    const move = (name: string) =>
      (planned(bytes, name).disaster('provider-lost').terms?.move.mean ?? 0) / HOUR;
    expect(move('third-provider') / move('second-provider')).toBeCloseTo(5, 1);
  });
});
