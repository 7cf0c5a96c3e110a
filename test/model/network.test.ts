import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  lossRate,
  propagation,
  roundTrip,
  SIGNAL_SPEED,
  streamsRate,
  windowRate,
} from '../../src/model/network.ts';
import { lone, oneCase } from '../oracles/formula-case.ts';
import { bandwidthDelayProduct, liveRate } from '../oracles/formulas/line.ts';

const FILE = 'change-and-loss';
const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
const loss = fc.double({ min: 1e-9, max: 0.5, noNaN: true });

const straight = (kilometres: number, stretch = 1) => ({
  distance: kilometres * 1000,
  stretch,
  hops: 0,
  hopDelay: 0,
});

describe('network, known values', () => {
  it('the signal takes 5 us a kilometre, and each device on the way its time', () => {
    const route = { distance: 500_000, stretch: 1.5, hops: 4, hopDelay: 0.001 };
    expect(propagation(route)).toBeCloseTo(0.00375 + 0.004, 15);
  });

  it('a stream without a round trip or without a loss has no limit', () => {
    expect([windowRate(1e6, 0), windowRate(0, 0), lossRate(1460, 0, 0.01)]).toEqual([
      ...[Infinity, Infinity, Infinity],
    ]);
    expect([lossRate(1460, 0.01, 0), lossRate(0, 0.01, 0), lossRate(0, 0, 0.01)]).toEqual([
      ...[Infinity, Infinity, Infinity],
    ]);
  });

  const wn1 = oneCase(FILE, 'WN1');
  it(wn1.name, () => {
    const window = lone(wn1, 'windowBytes');
    const rates = wn1.given('rttMs').map((ms) => windowRate(window, ms / 1000) / 1e6);
    wn1.expects('megabytesPerSecond', rates);
  });

  const wn2 = oneCase(FILE, 'WN2');
  it(wn2.name, () => {
    const rate = windowRate(lone(wn2, 'windowBytes'), lone(wn2, 'rttMs') / 1000);
    wn2.expects('megabitsPerSecond', [(rate * 8) / 1e6]);
    const link = lone(wn2, 'linkBitsPerSecond') / 8;
    const product = bandwidthDelayProduct(link, lone(wn2, 'linkRttMs') / 1000);
    wn2.expects('bandwidthDelayProductBytes', [product]);
  });

  const wn3 = oneCase(FILE, 'WN3');
  it(wn3.name, () => {
    const [one = 0, more = 0] = wn3.given('pathFactor');
    const times = (factor: number) =>
      wn3.given('distanceKm').map((km) => roundTrip(straight(km, factor)) * 1000);
    expect(SIGNAL_SPEED).toBe(lone(wn3, 'signalSpeedKmPerSecond') * 1000);
    wn3.expects('rttMsAtPathFactor1', times(one));
    wn3.expects('rttMsAtPathFactor1_5', times(more));
  });

  it('four streams of 2 MiB fill 1 GB/s at 7.5 ms, three do not (note of WN1)', () => {
    const limits = { window: 2 ** 21, rtt: 0.0075, mss: 1460, loss: 0 };
    expect(streamsRate({ ...limits, streams: 4 })).toBeGreaterThan(1e9);
    expect(streamsRate({ ...limits, streams: 3 })).toBeLessThan(1e9);
  });

  it('a stream of 1460-byte segments at 100 ms and 1 % loss: 1.43 Mbit/s (1.2247 x MSS / (RTT x 0.1))', () => {
    expect((lossRate(1460, 0.1, 0.01) * 8) / 1e6).toBeCloseTo(1.4305, 4);
  });
});

describe('network, laws', () => {
  it('the way there and back is twice the way there; distances and hops add up', () => {
    fc.assert(
      fc.property(positive, positive, fc.nat(50), fc.nat(50), (a, b, m, n) => {
        const leg = (distance: number, hops: number) => ({
          distance,
          stretch: 1.3,
          hops,
          hopDelay: 5e-5,
        });
        const whole = propagation(leg(a + b, m + n));
        expect(whole).toBeCloseTo(propagation(leg(a, m)) + propagation(leg(b, n)), 9);
        expect(roundTrip(leg(a, m))).toBe(2 * propagation(leg(a, m)));
      }),
    );
  });

  it('a window as large as the bandwidth-delay product fills the link', () => {
    fc.assert(
      fc.property(positive, positive, (rate, rtt) => {
        const filled = windowRate(bandwidthDelayProduct(rate, rtt), rtt);
        expect(filled / rate).toBeCloseTo(1, 12);
      }),
    );
  });

  it('nothing limits a stream without a round trip, and no loss is no limit', () => {
    expect(windowRate(65536, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(windowRate(Number.POSITIVE_INFINITY, 0.1)).toBe(Number.POSITIVE_INFINITY);
    expect(lossRate(1460, 0.1, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(lossRate(1460, 0, 0.01)).toBe(Number.POSITIVE_INFINITY);
  });

  it('a quarter of the loss doubles the rate, and so does half the way', () => {
    fc.assert(
      fc.property(positive, positive, loss, (mss, rtt, lost) => {
        const rate = lossRate(mss, rtt, lost);
        expect(lossRate(mss, rtt, lost / 4) / rate).toBeCloseTo(2, 9);
        expect(lossRate(mss, rtt / 2, lost) / rate).toBeCloseTo(2, 9);
      }),
    );
  });

  it('streams add up, and each keeps both limits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 64 }),
        positive,
        positive,
        loss,
        (streams, window, rtt, lost) => {
          const limits = { window, rtt, mss: 1460, loss: lost };
          const all = streamsRate({ ...limits, streams });
          const one = streamsRate({ ...limits, streams: 1 });
          expect(all).toBe(streams * one);
          expect(one).toBeLessThanOrEqual(windowRate(window, rtt));
          expect(one).toBeLessThanOrEqual(lossRate(1460, rtt, lost));
        },
      ),
    );
  });

  it('a link with all paths live keeps its rate, and the dead and the live part make up the whole', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 16 }), fc.nat(16), (rate, paths, down) => {
        const dead = Math.min(down, paths);
        expect(liveRate(rate, paths, paths)).toBeCloseTo(rate, 6);
        const parts = liveRate(rate, paths, dead) + liveRate(rate, paths, paths - dead);
        expect(parts / rate).toBeCloseTo(1, 12);
      }),
    );
  });
});
