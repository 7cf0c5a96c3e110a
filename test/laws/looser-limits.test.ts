import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copiedScenario } from '../support/copied-scenario.ts';
import { type Declared, resultOf } from '../support/played.ts';

type Of<A> = A extends fc.Arbitrary<infer Value> ? Value : never;

const hours = fc.integer({ min: 2, max: 500 });

/** Limits in base units, as many as are drawn. */
const limits = fc.record(
  {
    rpo: hours,
    rto: hours,
    window: fc.integer({ min: 1, max: 100 }),
    schedule: hours,
    fill: hours,
  },
  { requiredKeys: [] },
);
type Limits = Of<typeof limits>;

const own = fc.record({ rpo: hours, rto: hours }, { requiredKeys: [] });

/** Promises as they are written; those of a share are of a hundred. */
function written({ rpo, rto, window, schedule, fill }: Limits): Declared {
  const share = (percent: number) => `${Math.max(1, Math.min(100, percent))} %`;
  return {
    ...(rpo !== undefined && { rpo: `${rpo} h` }),
    ...(rto !== undefined && { rto: `${rto} h` }),
    ...(window !== undefined && { window: share(window) }),
    ...(schedule !== undefined && { schedule: share(schedule) }),
    ...(fill !== undefined && { fill: share(fill) }),
  };
}

/** How much looser the limits are: hours more of each, and points less of a share. */
const slack = fc.record({ all: fc.nat(60), own: fc.nat(60), shares: fc.nat(60) });
type Slack = Of<typeof slack>;

const add = <T extends Limits>(of: T, time: number, shares: number): T => ({
  ...of,
  ...(of.rpo !== undefined && { rpo: of.rpo + time }),
  ...(of.rto !== undefined && { rto: of.rto + time }),
  ...(of.window !== undefined && { window: of.window - shares }),
  ...(of.schedule !== undefined && { schedule: Math.min(100, of.schedule) - shares }),
  ...(of.fill !== undefined && { fill: of.fill + shares }),
});

const promises = fc.record({ all: limits, ants: own, bees: own, fire: own });
type Promises = Of<typeof promises>;

const looser = (of: Promises, by: Slack): Promises => ({
  all: add(of.all, by.all, by.shares),
  ants: add(of.ants, by.own, 0),
  bees: of.bees,
  fire: add(of.fire, by.own, 0),
});

type Drawn = Of<typeof copiedScenario>;

/** Whether each promise of each strategy is kept, by what it stands for. */
async function keptWith(drawn: Drawn, { all, ants, bees, fire }: Promises) {
  const withOwn = (things: Declared, owned: Readonly<Record<string, Limits>>): Declared =>
    Object.fromEntries(
      Object.entries(things).map(([name, thing]) => [
        name,
        { ...(thing as Declared), objectives: written(owned[name] ?? {}) },
      ]),
    );
  const { strategies } = await resultOf({
    ...drawn,
    workloads: withOwn(drawn.workloads, { ants, bees }),
    disasters: withOwn(drawn.disasters, { fire }),
    objectives: written(all),
  });
  return strategies.flatMap(({ name, objectives }) =>
    objectives.map((one) => ({
      what: [name, one.name, one.workload, one.disaster, one.copy].join(' '),
      met: one.met,
    })),
  );
}

describe('a looser limit', () => {
  it('never breaks a promise that was kept', async () => {
    await fc.assert(
      fc.asyncProperty(copiedScenario, promises, slack, async (drawn, tight, by) => {
        const before = await keptWith(drawn, tight);
        const after = await keptWith(drawn, looser(tight, by));
        for (const [place, { what, met }] of before.entries()) {
          expect(after[place]?.what).toBe(what);
          if (met) expect(after[place]?.met, what).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});
