import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hotShare,
  powerLaw,
  uniformShare,
  zipfShare,
  zipfWeights,
  zipfWrites,
} from '../../src/model/change.ts';
import { formulaCases, lone } from '../oracles/formula-case.ts';

const FILE = 'change-and-loss';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const inner = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
const days = fc.double({ min: 0, max: 4000, noNaN: true });
const exponent = fc.double({ min: 0, max: 3, noNaN: true });
const units = fc.integer({ min: 1, max: 300 });

/** Every model as one function of the days, with its parameters drawn. */
const model = fc.oneof(
  share.map((perDay) => ({
    name: `uniform ${perDay}`,
    at: (k: number) => uniformShare(perDay, k),
  })),
  fc.tuple(share, inner, share).map(([perDay, hot, takes]) => ({
    name: `hot ${perDay} ${hot} ${takes}`,
    at: (k: number) => hotShare(perDay, hot, takes, k),
  })),
  fc.tuple(inner, exponent, units).map(([perDay, a, n]) => {
    const weights = zipfWeights(a, n);
    const writes = zipfWrites(perDay, a, n, weights);
    return {
      name: `zipf ${perDay} ${a} ${n}`,
      at: (k: number) => zipfShare(writes, a, n, k, weights),
    };
  }),
  fc.tuple(inner, inner, fc.double({ min: 1.5, max: 60, noNaN: true })).map(([a, b, later]) => {
    const [first, second] = a < b ? [a, b] : [b, a];
    return {
      name: `power law ${first} ${second} ${later}`,
      at: powerLaw({ days: 1, share: first }, { days: later, share: second }).share,
    };
  }),
);

describe('change, known values', () => {
  it('without days or without change nothing differs, with all of it everything', () => {
    expect([uniformShare(0.5, 0), uniformShare(0, 9), uniformShare(1, 9)]).toEqual([0, 0, 1]);
    expect([uniformShare(0.5, -1), uniformShare(-0.5, 9), uniformShare(2, 0.1)]).toEqual([0, 0, 1]);
    expect([hotShare(0.1, 0, 0, 2), hotShare(0.1, 1, 1, 2)]).toEqual([
      expect.closeTo(0.19, 12),
      expect.closeTo(0.19, 12),
    ]);
    expect([zipfShare(7, 1, 9, -1), zipfShare(-7, 1, 9, 1), zipfWrites(-1, 1, 9)]).toEqual([
      ...[0, 0, 0],
    ]);
    expect(zipfWrites(1, 1, 9)).toBe(Infinity);
  });

  it('two measurements of which one found nothing have no law: nothing differs', () => {
    const none = { days: 1, share: 0 };
    const some = { days: 7, share: 0.08 };
    for (const law of [powerLaw(none, some), powerLaw(some, none), powerLaw(none, none)]) {
      expect([law.beta, law.share(30)]).toEqual([0, 0]);
    }
    expect(powerLaw({ days: 1, share: 0.02 }, some).share(-1)).toBe(0);
  });

  for (const one of formulaCases(FILE, 'CH-U')) {
    it(one.name, () => {
      const perDay = lone(one, 'changedPerDayFraction');
      one.expects(
        'changedFraction',
        one.given('days').map((k) => uniformShare(perDay, k)),
      );
    });
  }

  for (const one of formulaCases(FILE, 'CH-H')) {
    it(one.name, () => {
      const perDay = lone(one, 'changedPerDayFraction');
      const hot = lone(one, 'hotUnitsFraction');
      const takes = lone(one, 'hotShareOfChanges');
      const found = one.given('days').map((k) => hotShare(perDay, hot, takes, k));
      one.expects('changedFraction', found);
    });
  }

  for (const one of formulaCases(FILE, 'CH-Z')) {
    it(one.name, () => {
      const [a, n] = [lone(one, 'exponent'), lone(one, 'units')];
      const writes = zipfWrites(lone(one, 'changedOnDay1Fraction'), a, n);
      expect(writes / lone(one, 'writesPerDay')).toBeCloseTo(1, 5);
      one.expects(
        'changedFraction',
        one.given('days').map((k) => zipfShare(writes, a, n, k)),
      );
    });
  }
});

describe('change, laws of every model', () => {
  it('is a share, and 0 after no time', () => {
    fc.assert(
      fc.property(model, days, ({ at }, k) => {
        expect(at(0)).toBe(0);
        expect(at(k)).toBeGreaterThanOrEqual(0);
        expect(at(k)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('never shrinks with time', () => {
    fc.assert(
      fc.property(model, days, days, ({ at }, a, b) => {
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)) - 1e-15);
      }),
    );
  });
});

describe('change, laws', () => {
  it('more change a day never gives less change later', () => {
    fc.assert(
      fc.property(share, share, inner, share, days, (a, b, hot, takes, k) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(uniformShare(high, k)).toBeGreaterThanOrEqual(uniformShare(low, k));
        expect(hotShare(high, hot, takes, k)).toBeGreaterThanOrEqual(
          hotShare(low, hot, takes, k) - 1e-15,
        );
      }),
    );
  });

  it('uniform: what survives a and then b days is what survives a + b days', () => {
    const some = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(share, some, some, (perDay, a, b) => {
        const oneByOne = (1 - uniformShare(perDay, a)) * (1 - uniformShare(perDay, b));
        expect(1 - uniformShare(perDay, a + b)).toBeCloseTo(oneByOne, 12);
      }),
    );
  });

  it('a small uniform change keeps its digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-18, max: 1e-12, noNaN: true }), (perDay) => {
        expect(uniformShare(perDay, 1) / perDay).toBeCloseTo(1, 12);
      }),
    );
  });

  it('hot units that take just their share change uniformly, and so does data that is all hot', () => {
    fc.assert(
      fc.property(inner, inner, share, days, (perDay, hot, takes, k) => {
        expect(hotShare(perDay, hot, hot, k)).toBeCloseTo(uniformShare(perDay, k), 9);
        expect(hotShare(perDay, 1, takes, k)).toBe(uniformShare(perDay, k));
      }),
    );
  });

  it('skew with the same first day never sees more than uniform change from then on', () => {
    const later = fc.double({ min: 1, max: 400, noNaN: true });
    fc.assert(
      fc.property(inner, inner, share, exponent, units, later, (perDay, hot, takes, a, n, k) => {
        const uniform = uniformShare(perDay, k) + 1e-12;
        expect(hotShare(perDay, hot, takes, k)).toBeLessThanOrEqual(uniform);
        expect(zipfShare(zipfWrites(perDay, a, n), a, n, k)).toBeLessThanOrEqual(uniform);
      }),
    );
  });

  it('the first day of two classes is the stated change, or less where the hot class is all used up', () => {
    fc.assert(
      fc.property(share, inner, share, (perDay, hot, takes) => {
        const first = hotShare(perDay, hot, takes, 1);
        const capped = perDay * takes > hot || perDay * (1 - takes) > 1 - hot;
        if (capped) expect(first).toBeLessThanOrEqual(perDay + 1e-12);
        else expect(first).toBeCloseTo(perDay, 12);
      }),
    );
  });

  it('Zipf weights add up to 1 and never rise', () => {
    fc.assert(
      fc.property(exponent, units, (a, n) => {
        const weights = [...zipfWeights(a, n)];
        expect(weights).toHaveLength(n);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        expect(weights).toEqual([...weights].sort((x, y) => y - x));
      }),
    );
  });

  it('Zipf writes give the stated change on the first day', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-9, max: 0.9999, noNaN: true }),
        exponent,
        units,
        (c, a, n) => {
          expect(zipfShare(zipfWrites(c, a, n), a, n, 1) / c).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  it('Zipf with exponent 0 is uniform', () => {
    fc.assert(
      fc.property(inner, units, days, (perDay, n, k) => {
        const writes = zipfWrites(perDay, 0, n);
        expect(zipfShare(writes, 0, n, k)).toBeCloseTo(uniformShare(perDay, k), 9);
      }),
    );
  });

  it('the ends of the Zipf range: no change needs no writes, all of it needs endless ones', () => {
    expect(zipfWrites(0, 1, 100)).toBe(0);
    expect(zipfWrites(1, 1, 100)).toBe(Number.POSITIVE_INFINITY);
    expect(zipfShare(Number.POSITIVE_INFINITY, 1, 100, 1)).toBe(1);
  });

  it('a power law goes through both measured sizes', () => {
    const when = fc.double({ min: 0.1, max: 300, noNaN: true });
    fc.assert(
      fc.property(when, when, inner, inner, (a, b, x, y) => {
        fc.pre(Math.abs(Math.log(a / b)) > 0.01);
        const law = powerLaw({ days: a, share: x }, { days: b, share: y });
        expect(law.share(a)).toBeCloseTo(x, 9);
        expect(law.share(b)).toBeCloseTo(y, 9);
      }),
    );
  });

  it('a power law with exponent 1 doubles with the days, up to all of the data', () => {
    const law = powerLaw({ days: 1, share: 0.03 }, { days: 7, share: 0.21 });
    expect(law.beta).toBeCloseTo(1, 12);
    expect(law.share(14)).toBeCloseTo(0.42, 12);
    expect(law.share(60)).toBe(1);
  });
});
