import { describe, expect, it } from 'vitest';
import { oneWorkload, PLAIN } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf, strategyOf } from '../../support/played.ts';

const [HOUR, DAY] = [3600, 86400];

/** 1 TB at home, whose site burns; a full each midnight. A restore at 1 GB/s takes 1000 s. */
const burns = (copies: readonly Declared[], more: Declared = {}): Declared =>
  oneWorkload({
    horizon: '60 days',
    sites: { home: {}, away: {} },
    links: { wan: { between: ['home', 'away'], rate: '10 GB/s' } },
    workload: { site: 'home' },
    stores: {
      disk: { site: 'home' },
      near: { site: 'away', read: '1 GB/s' },
      slow: { site: 'away', read: '100 MB/s' },
      ice: { site: 'away', profile: 'cloud/aws-s3-glacier-flexible' },
    },
    strategy: { to: 'disk', keep: { last: 100 }, copies },
    disasters: { fire: { scope: 'site home', 'per-year': 0.01 } },
    ...more,
  });

const promised = async (declared: Declared) => {
  const { objectives } = strategyOf(await resultOf(declared), 'plan');
  const of = (which: 'rpo' | 'rto') => objectives.find(({ name }) => name === which);
  return { rpo: of('rpo'), rto: of('rto') };
};

const LATER = { to: 'near', delay: '6 h' };
const AT_ONCE = { to: 'slow' };

describe('a copy that is newer and slower beside one that is fast', () => {
  const objectives = { rpo: '30 h', rto: '1 h' };

  it('is not restored where that would break the RTO', async () => {
    const { rpo, rto } = await promised(burns([LATER, AT_ONCE], { objectives }));
    expect(rpo).toMatchObject({ met: true, value: { mean: DAY } });
    expect(rto?.met).toBe(true);
    expect(rto?.value?.mean).toBeCloseTo(1000, 3);
    expect(rto?.at.store).toBe('near');
  });

  it('leaves the work that is lost as it would be without it, once the fast one is there', () => {
    const loss = (copies: readonly Declared[]) =>
      runOf(planOf(burns(copies, { objectives }))).impact[0]?.loss?.mean ?? Number.NaN;
    // A day and six hours at worst, 18 h on average; without the promise it would be some 12 h.
    expect(loss([LATER]) / HOUR).toBeCloseTo(18, 0);
    expect(loss([LATER, AT_ONCE]) / loss([LATER])).toBeCloseTo(1, 2);
  });

  it('is restored where there is time: the newest point of all', () => {
    const patient = burns([LATER, AT_ONCE], { objectives: { rpo: '30 h', rto: '3 h' } });
    const plan = planOf(patient);
    const [impact] = runOf(plan).impact;
    // At 100 MB/s 10000 s, for the six hours in which the fast copy has not come.
    expect(impact?.seconds?.worst).toBeCloseTo(10_000, 3);
    expect(impact?.longest).toMatchObject({
      store: plan.stores.findIndex(({ name }) => name === 'slow'),
    });
    expect(impact?.seconds?.mean).toBeCloseTo(1000 + (6 / 24) * 9000, -2);
  });

  it('is the only one that keeps a narrower RPO, and is named with why no other helps', async () => {
    const weekly = { to: 'near', on: 'weekly on Sunday at 12:00' };
    const { rpo, rto } = await promised(burns([weekly, AT_ONCE, { to: 'ice' }], { objectives }));
    expect(rpo).toMatchObject({ met: true, value: { mean: DAY } });
    expect(rto?.value?.mean).toBeCloseTo(10_000, 3);
    expect(rto).toMatchObject({ met: false, at: { disaster: 'fire', store: 'slow' } });
    // Once the weekly copy is there too, as the point of the first Monday has just come.
    expect(rto?.at.since).toMatch(/^2026-01-12T00:/);
    expect(rto?.at.pointAge).toBeLessThan(HOUR);
    expect(rto?.at.others).toEqual([
      { store: 'disk', why: 'it is lost as well' },
      { store: 'near', why: expect.stringMatching(/^its points are older, up to [0-9.]+ (h|d)$/) },
      { store: 'ice', why: 'it has to be thawed for 5 h' },
    ]);
  });

  it('is named with the day from which the longest gap lasts, and with the longer gaps', async () => {
    const copies = [
      { to: 'near', on: 'weekly on Sunday at 12:00' },
      { to: 'slow', on: 'every 3 days at 12:00' },
    ];
    const { rpo } = await promised(burns(copies, { objectives }));
    expect(rpo).toMatchObject({ met: false, value: { mean: 3 * DAY } });
    expect(rpo?.at).toMatchObject({ disaster: 'fire', store: 'slow' });
    expect(rpo?.at.since).toMatch(/T00:00:00Z$/);
    expect(rpo?.at.others).toEqual([
      { store: 'disk', why: 'it is lost as well' },
      { store: 'near', why: 'its points are older, up to 7 d' },
    ]);
  });

  it('is named with those that never have a point, of which no age can be told', async () => {
    const copies = [
      { to: 'near', delay: '90 d' },
      { to: 'slow', on: 'every 3 days at 12:00' },
    ];
    const { rpo } = await promised(burns(copies, { objectives }));
    expect(rpo?.at.others).toEqual([
      { store: 'disk', why: 'it is lost as well' },
      { store: 'near', why: 'it has no good point then' },
    ]);
  });
});

describe('one copy that has the newest point all along', () => {
  it('is restored though late, where it is also the fastest; the slower are named', async () => {
    // 1 TB at 1 GB/s are 1000 s, and at 100 MB/s 10000 s; both come at once.
    const objectives = { rpo: '30 h', rto: '10 min' };
    const { rto } = await promised(burns([{ to: 'near' }, AT_ONCE], { objectives }));
    expect(rto?.value?.mean).toBeCloseTo(1000, 3);
    expect(rto).toMatchObject({ met: false, at: { store: 'near' } });
    expect(rto?.at.others).toEqual([
      { store: 'disk', why: 'it is lost as well' },
      { store: 'slow', why: 'it takes 2.78 h' },
    ]);
  });

  it('is not restored where an older point that keeps the RPO is back in time', async () => {
    // A copy to the fast store takes 1 TB at 20 MB/s, up to Monday at 1:53: the slow one is newer by then.
    const stores = {
      disk: { site: 'home' },
      near: { site: 'away', read: '1 GB/s', write: '20 MB/s' },
      slow: { site: 'away', read: '100 MB/s' },
    };
    const weekly = { to: 'near', on: 'weekly on Sunday at 12:00', keep: { last: 10 } };
    const objectives = { rpo: '10 d', rto: '30 min' };
    const declared = burns([weekly, { ...AT_ONCE, keep: { last: 100 } }], { stores, objectives });
    const { rpo, rto } = await promised(declared);
    expect([rpo?.met, rto?.met]).toEqual([true, true]);
    expect(rto?.value?.mean).toBeCloseTo(1000, 3);
    expect(rto?.at.store).toBe('near');
  });
});

describe('a copy that never catches up', () => {
  it('breaks its own schedule, and no promise that another copy keeps', async () => {
    // 1 TB at 10 MB/s takes 27.8 h, longer than a day: there is always a next copy to be made.
    const stores = {
      disk: { site: 'home' },
      lags: { site: 'away', read: '1 GB/s', write: '10 MB/s' },
      slow: { site: 'away', read: '100 MB/s' },
    };
    const declared = burns([{ to: 'lags' }, AT_ONCE], {
      stores,
      objectives: { rpo: '30 h', rto: '3 h' },
    });
    const { rpo, rto } = await promised(declared);
    expect(rpo).toMatchObject({ met: true, value: { mean: DAY } });
    expect(rto?.met).toBe(true);
    expect(rto?.value?.mean).toBeCloseTo(10_000, 3);
    const { objectives } = strategyOf(await resultOf(declared), 'plan');
    expect(objectives.filter(({ met }) => !met).map(({ name, at }) => [name, at.store])).toEqual([
      ['schedule', 'lags'],
    ]);
    // It is seeded with the second one, which took what came due during the first.
    const plan = planOf(declared);
    const [, lags] = runOf(plan).byProtection;
    expect((lags?.schedule.seededAt ?? 0) - plan.start).toBeCloseTo(200_000, 3);
  });
});

describe('workloads that come back one after the other', () => {
  const two = (rto: Declared, copies: readonly Declared[]): Declared => ({
    ...burns(copies, { objectives: { rpo: '30 h' } }),
    workloads: {
      books: { ...PLAIN, site: 'home', size: '1 TB', objectives: { rto: rto.books } },
      films: { ...PLAIN, site: 'home', size: '1 TB', objectives: { rto: rto.films } },
    },
  });

  it('are restored from the fastest where one would wait too long for the other', async () => {
    // The newest of both: 10000 s of books are within 3 h, and 20000 s of films within 4 h are not.
    const both = await resultOf(two({ books: '3 h', films: '4 h' }, [LATER, AT_ONCE]));
    const rto = strategyOf(both, 'plan').objectives.filter(({ name }) => name === 'rto');
    expect(rto.map(({ met, value }) => [met, Math.round(value?.mean ?? 0)])).toEqual([
      [true, 1000],
      [true, 2000],
    ]);
  });

  it('are not moved back by a looser promise where no order keeps all', async () => {
    // Books take 5000 s and films 6000 s: one after the other 11000 s, and films are due by 10000 s.
    const kept = async (books: string) => {
      const declared = two({ books, films: '10000 s' }, [LATER]);
      const [one, other] = ['books', 'films'].map((name, place) => [
        name,
        {
          ...PLAIN,
          site: 'home',
          size: `${5 + place} TB`,
          objectives: { rto: place ? '10000 s' : books },
        },
      ]);
      const workloads = Object.fromEntries([one, other] as [string, Declared][]);
      const { objectives } = strategyOf(await resultOf({ ...declared, workloads }), 'plan');
      return objectives.filter(({ name }) => name === 'rto').map(({ met }) => met);
    };
    expect(await kept('8000 s')).toEqual([true, false]);
    // By this promise films would come first, and books after 11000 s.
    expect(await kept('10500 s')).toEqual([true, false]);
    // Now that order keeps both.
    expect(await kept('11000 s')).toEqual([true, true]);
  });

  it('come back in the order of their promises', async () => {
    const late = await resultOf(two({ books: '1 d', films: '25 min' }, [LATER]));
    const rto = strategyOf(late, 'plan').objectives.filter(({ name }) => name === 'rto');
    expect(
      rto.map(({ workload, met, value }) => [workload, met, Math.round(value?.mean ?? 0)]),
    ).toEqual([
      ['books', true, 2000],
      ['films', true, 1000],
    ]);
  });
});

describe('a time without any good point', () => {
  it('breaks RPO and RTO, and says for how much of the time', async () => {
    const declared = oneWorkload({
      horizon: '40 days',
      stores: { disk: {}, vault: { read: '1 GB/s' } },
      strategy: {
        to: 'disk',
        full: ['2026-01-05', '2026-01-15', '2026-01-25', '2026-02-04'],
        copies: [{ to: 'vault', as: 'full', lock: '5 d', keep: { last: 100 } }],
      },
      disasters: { ransom: { scope: 'everything online and unlocked', 'per-year': 0.2 } },
      objectives: { rpo: '20 d', rto: '1 d' },
    });
    const { rpo, rto } = await promised(declared);
    for (const objective of [rpo, rto]) {
      expect(objective).toMatchObject({ met: false, value: null, at: { disaster: 'ransom' } });
      expect(objective?.at.why).toBe('for 50 % of the time no copy survives');
      expect(objective?.at.others).toEqual([
        { store: 'disk', why: 'it is lost as well' },
        { store: 'vault', why: 'it has no good point then' },
      ]);
    }
  });
});
