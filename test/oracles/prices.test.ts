import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { type PrintedResult, result } from '../../src/report/result/result.ts';
import { captured } from '../cli/captured.ts';
import { strategyOf } from './front-door.ts';

type Declared = Readonly<Record<string, unknown>>;

/** Two sites, 10 TB of documents that are saved each evening, and what the case adds. */
const scenario = (stores: Declared, strategies: Declared, more: Declared = {}): Declared => ({
  start: '2027-01-01',
  sites: { a: {}, cloud: {} },
  links: { net: { between: ['a', 'cloud'], rate: '1 Gbit/s' } },
  workloads: { files: { site: 'a', size: '10 TB', class: 'documents' } },
  stores,
  strategies,
  ...more,
});

const to = (store: string, ...copies: readonly string[]): Declared => ({
  to: store,
  incremental: 'daily at 20:00',
  ...(copies.length > 0 && { copies: copies.map((name) => ({ to: name })) }),
});

/** What the program prints of a scenario, and how it ends. */
async function run(declared: Declared, ...options: readonly string[]) {
  const { host, out, err } = captured();
  const read = async () => ({
    ok: true as const,
    value: new TextEncoder().encode(JSON.stringify(declared)),
  });
  const code = await main(['simulate', '-', ...options], { ...host, stdin: { read } });
  return { code, out: out(), err: err() };
}

async function answers(declared: Declared): Promise<PrintedResult & { readonly code: number }> {
  const { code, out, err } = await run(declared, '--json');
  if (out === '') throw new Error(`exit code ${code}: ${err}`);
  return { code, ...result.parse(JSON.parse(out)) };
}

const nas = { profile: 'nas/10g', site: 'a' };
const bare = { capacity: '240 TB', site: 'a' };
const s3 = { profile: 'cloud/aws-s3-standard', site: 'cloud' };
const priced = (perYear: number): Declared => ({
  ...bare,
  cost: { yearly: `${perYear} USD/year` },
});
const both = { 'disk-only': to('nas'), 'disk-and-s3': to('nas', 's3') };
const DISK = { store: 'nas', part: 'devices', currency: null };

describe('a disk alone, and the same disk with a copy', () => {
  it('cost what the catalog says of its disks, and the bill besides', async () => {
    const printed = await answers(scenario({ nas, s3 }, both, { objectives: { rpo: '24 h' } }));
    const [alone, copied] = ['disk-only', 'disk-and-s3'].map((name) => strategyOf(printed, name));
    // 12 disks at 739 USD over 5 years.
    expect(alone?.cost).toMatchObject({ complete: true, total: { mean: (12 * 739) / 5 } });
    const bill = copied?.cost?.lines.filter(({ store }) => store === 's3') ?? [];
    expect(copied?.cost?.total.mean).toBeCloseTo(
      (12 * 739) / 5 + bill.reduce((sum, { perYear }) => sum + perYear.mean, 0),
      6,
    );
    expect(printed.advice).toMatchObject({
      take: 'disk-only',
      why: 'meets every objective; of the 2 that do, it costs least (1,774 USD a year)',
    });
  });

  it('cost at least the bill where the disk has no price, and the part is never the dearer', async () => {
    const declared = scenario({ nas: bare, s3 }, both);
    const printed = await answers(declared);
    const alone = strategyOf(printed, 'disk-only');
    const copied = strategyOf(printed, 'disk-and-s3');
    expect([alone.cost, alone.unpriced]).toEqual([null, [DISK]]);
    expect(copied.cost?.complete).toBe(false);
    expect(copied.unpriced).toEqual([DISK]);
    expect(printed.advice).toMatchObject({
      take: 'disk-only',
      why: 'leaves a point of every run due; of the 2 that do, it costs least (nas has no full price, and all pay for that)',
    });
    expect(printed.warnings).toContain(
      'disk-and-s3, disk-only: nas has no price for devices: the cost is told as "at least"; give stores.nas.cost, 0 if free',
    );
    const { out } = await run(declared);
    expect(out).toMatch(/cost a year \(USD\) +no prices +at least 1,677/);
    const { out: details } = await run(declared, '--details');
    expect(details).toMatch(/total a year +at least 1,677/);
    expect(details).toMatch(/devices +nas +not priced/);
  });

  it('cost nothing where that is said', async () => {
    const free = { ...bare, cost: { once: '0 USD' } };
    const { strategies, warnings } = await answers(scenario({ nas: free }, { plan: to('nas') }));
    expect(strategies[0]?.cost).toMatchObject({ complete: true, total: { mean: 0 }, lines: [] });
    expect(strategies[0]?.unpriced).toEqual([]);
    expect(warnings.join()).not.toContain('no price');
  });
});

describe('a price in a currency without a rate', () => {
  const euros = { currency: 'EUR' };
  const own = { ...bare, cost: { once: '5000 EUR' } };
  const stores = { nas, own };
  const strategies = { catalog: to('nas'), own: to('own') };

  it('is missing, and named, where the catalog gives it', async () => {
    const printed = await answers(scenario(stores, strategies, euros));
    expect(strategyOf(printed, 'catalog')).toMatchObject({
      cost: null,
      unpriced: [{ ...DISK, currency: 'USD' }],
    });
    // 5000 EUR over 5 years; nothing says whether the other costs less.
    expect(strategyOf(printed, 'own').cost).toMatchObject({
      complete: true,
      total: { mean: 1000 },
    });
    expect(printed.advice.why).toContain(
      'which cannot be compared by cost (nas has no full price)',
    );
    expect(printed.warnings).toContain(
      'catalog: the catalog\'s prices for nas are in USD, which nothing converts: the cost is told as "at least"; give exchange: { USD: 0.9 EUR }',
    );
  });

  it('counts with the rate', async () => {
    const exchange = { USD: '0.5 EUR' };
    const printed = await answers(scenario(stores, strategies, { ...euros, exchange }));
    const { cost, unpriced } = strategyOf(printed, 'catalog');
    expect([cost?.total.mean, unpriced]).toEqual([(12 * 739 * 0.5) / 5, []]);
    expect(printed.advice.take).toBe('catalog');
    expect(printed.advice.why).toContain('it costs least (887 EUR a year)');
  });

  it('is a problem where it is declared', async () => {
    const declared = { ...bare, cost: { once: '5000 CNY' } };
    const { code, err } = await run(scenario({ nas: declared }, { plan: to('nas') }, euros));
    expect(code).toBe(2);
    expect(err).toContain('is in CNY, and nothing says what that is worth in EUR');
    expect(err).toContain('exchange: { CNY: 0.14 EUR }');
  });
});

describe('a copy to a library without a price', () => {
  const tape = { profile: 'tape/lto9', site: 'a', vault: { site: 'cloud' } };
  const stores = { nas, tape };
  const strategies = { disk: to('nas'), taped: to('nas', 'tape') };

  it('adds drives and cartridges, and the words that there is more', async () => {
    const printed = await answers(scenario(stores, strategies));
    const taped = strategyOf(printed, 'taped');
    expect(taped.unpriced).toEqual([
      { store: 'tape', part: 'library', currency: null },
      { store: 'tape', part: 'courier', currency: null },
    ]);
    // 12 disks at 739 and 4 drives at 6000 USD over 5 years; cartridges of a year at 94.
    const media = (taped.cartridges[0]?.everUsed.mean ?? 0) * 94;
    expect(media).toBeGreaterThan(0);
    expect(taped.cost?.total.mean).toBeCloseTo((12 * 739 + 4 * 6000) / 5 + media, 6);
    expect(printed.advice.take).toBe('disk');
    expect(printed.warnings).toContain(
      'taped: tape has no price for the library itself and courier: the cost is told as "at least"; give stores.tape.cost, 0 if free',
    );
  });

  it('is whole once it is priced; its power counts only where energy has a price', async () => {
    const whole = { ...tape, cost: { once: '8000 USD', courier: '80 USD' } };
    const unpricedWith = async (more: Declared) =>
      strategyOf(await answers(scenario({ nas, tape: whole }, strategies, more)), 'taped').unpriced;
    expect(await unpricedWith({})).toEqual([]);
    expect(await unpricedWith({ cost: { energy: '0.2 USD/kWh' } })).toEqual([
      { store: 'tape', part: 'energy', currency: null },
    ]);
  });
});

describe('two totals that both lack a part', () => {
  const stores = (one: number, two: number) => ({
    shared: bare,
    p: priced(one),
    q: priced(two),
    x: bare,
  });
  const strategies = { one: to('shared', 'p'), two: to('shared', 'q', 'x') };
  const advised = async (one: number, two: number) =>
    (await answers(scenario(stores(one, two), strategies))).advice;

  it('are compared where the cheaper lacks nothing that the dearer has', async () => {
    expect(await advised(900, 1000)).toMatchObject({
      take: 'one',
      why: 'leaves a point of every run due; of the 2 that do, it costs least (at least 900 USD a year; shared has no full price, and all pay for that)',
    });
  });

  it('are not where it is the cheaper that lacks more', async () => {
    const { take, why } = await advised(1100, 1000);
    expect(why).toContain(
      'which cannot be compared by cost (shared and x have no full price), it needs the least room',
    );
    expect(take).toBe('one');
  });
});

describe('a store of logs or of a replica', () => {
  it('lacks a price like any other; one that the strategy leaves empty does not', async () => {
    const stores = { p: priced(1000), logs: bare, far: { ...bare, site: 'cloud' }, idle: bare };
    const strategies = {
      plan: { ...to('p'), log: { every: '1 h', to: 'logs' }, replicate: { to: 'far' } },
    };
    const { strategies: all } = await answers(scenario(stores, strategies));
    expect(all[0]?.unpriced.map(({ store }) => store)).toEqual(['far', 'logs']);
    expect(all[0]?.cost).toMatchObject({ complete: false, total: { mean: 1000 } });
  });
});

describe('a limit on a cost that is not whole', () => {
  const judged = async (limit: number) => {
    const stores = { nas: bare, other: priced(1000) };
    const objectives = { cost: `${limit} USD/year` };
    const printed = await answers(scenario(stores, { plan: to('other', 'nas') }, { objectives }));
    return {
      code: printed.code,
      advice: printed.advice,
      kept: printed.strategies[0]?.objectives.find(({ name }) => name === 'cost'),
    };
  };

  it('is broken by the part that has a price', async () => {
    const { code, advice, kept } = await judged(900);
    expect([code, kept?.met, kept?.undecided]).toEqual([3, false, undefined]);
    expect(advice).toMatchObject({ take: null, why: 'plan misses cost' });
  });

  it('is not called kept, and the program ends as with a promise that is broken', async () => {
    const { code, advice, kept } = await judged(1100);
    expect(code).toBe(3);
    expect(kept).toMatchObject({ value: { mean: 1000 }, met: false, undecided: 'not priced: nas' });
    expect(advice).toMatchObject({ take: null, why: 'plan misses cost (not priced: nas)' });
  });

  it('is not called kept where nothing has a price', async () => {
    const objectives = { cost: '1 USD/year' };
    const declared = scenario({ nas: bare }, { plan: to('nas') }, { objectives });
    const { code, strategies } = await answers(declared);
    const kept = strategies[0]?.objectives.find(({ name }) => name === 'cost');
    expect([code, kept?.value, kept?.met]).toEqual([3, null, false]);
    expect((await run(declared)).out).toMatch(/cost, at most 1 a year +no price\n +undecided/);
  });
});

describe('where nothing has a price', () => {
  it('money is no ground, and nobody is asked for it', async () => {
    const declared = scenario({ p: bare, q: bare }, { one: to('p'), two: to('p', 'q') });
    const { strategies, advice, warnings } = await answers(declared);
    expect(strategies.map(({ cost }) => cost)).toEqual([null, null]);
    expect(strategies.map(({ unpriced }) => unpriced.length)).toEqual([1, 2]);
    expect(advice.take).toBe('one');
    expect(warnings.join()).not.toContain('price');
  });
});

describe('one more copy that has no price', () => {
  it('never makes a strategy cost least', async () => {
    const store = fc.constantFrom<Declared>(bare, priced(100), priced(2000), nas, s3);
    await fc.assert(
      fc.asyncProperty(store, store, fc.boolean(), async (one, other, isShared) => {
        const extra = isShared ? 'q' : 'x';
        const stores = { p: one, q: other, x: bare };
        const strategies = { more: to('p', 'q', 'x'), less: to('p', ...(isShared ? [extra] : [])) };
        const { advice } = await answers(scenario(stores, strategies));
        if (advice.why.includes('costs least')) expect(advice.take).toBe('less');
        const names = { a: strategies.less, b: strategies.more };
        expect((await answers(scenario(stores, names))).advice.take === 'a').toBe(
          advice.take === 'less',
        );
      }),
      { numRuns: 25 },
    );
  });
});
