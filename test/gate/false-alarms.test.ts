import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/normal-quantile.ts';
import type { Stream } from '../../src/random/stream.ts';
import { beset, drawn, failing, pool } from '../support/gate/false-alarms.ts';
import type { RunNoise } from '../support/gate/simulated-gate.ts';

describe('a gate of a machine against itself', () => {
  it('has noise of many real runs to draw from', () => {
    expect(pool.length).toBeGreaterThan(80);
  });

  it('fails in at most 1 % of 500, with noise of real records', () => {
    expect(failing('records', 500, (draw) => () => drawn(draw))).toBeLessThanOrEqual(0.01);
  });

  it('fails in at most 2 % of 500, with drift, spikes and queueing on top', () => {
    expect(failing('beset', 500, beset)).toBeLessThanOrEqual(0.02);
  });
});

describe('a gate of a tool that is slower by a tenth', () => {
  /** Noise of pairs by 6 %: of runs by 6 % ÷ √2, in all clocks alike. */
  const quiet = (draw: Stream) => (): RunNoise => {
    const one = (0.06 / Math.SQRT2) * normalQuantile(draw());
    return { clocks: { wall: one, quiet: one, work: one }, memory: 0 };
  };

  it('fails in nine of ten cases where the noise of a pair is 6 %', () => {
    expect(failing('power', 500, quiet, Math.log(1.1))).toBeGreaterThanOrEqual(0.9);
  });
});
