import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/random/normal-quantile.ts';
import { type Stream, stream } from '../../src/random/stream.ts';
import { trainingRecords } from '../support/gate-records.ts';
import { noiseIn, playedGate, type RunNoise } from '../support/simulated-gate.ts';

const GATES = 2000;
const pool = noiseIn(trainingRecords().lines);

/** Noise of one run, drawn from the records. */
const drawn = (draw: Stream): RunNoise => pool[Math.floor(draw() * pool.length)] as RunNoise;

/** The share of gates in which something is called worse. */
function failing(
  name: string,
  noise: (draw: Stream) => (run: number) => RunNoise,
  effect = 0,
  gates = GATES,
): number {
  let failed = 0;
  for (let seed = 0; seed < gates; seed++) {
    const draw = stream(seed, name);
    const coin = stream(seed, `${name}.coin`);
    if (playedGate(noise(draw), { coin, effect }).includes('worse')) failed++;
  }
  return failed / gates;
}

/**
 * A machine on which others work, on top of the noise of the records: speed that wanders (an
 * autoregression of 0.9 a run, 5 % wide) and falls by 1 % a run, spikes by 30 % in one of ten runs,
 * and queueing for cores in bursts, which the clocks feel in part.
 */
function beset(draw: Stream): (run: number) => RunNoise {
  let drift = 0;
  let burst = false;
  return (run) => {
    drift = 0.9 * drift + 0.05 * Math.sqrt(1 - 0.81) * normalQuantile(draw());
    burst = draw() < (burst ? 0.7 : 0.1);
    const spike = draw() < 0.1 ? -0.3 * Math.log(1 - draw()) : 0;
    const queue = burst ? -0.5 * Math.log(1 - draw()) : 0;
    const { clocks, memory } = drawn(draw);
    const slow = drift + 0.01 * run + spike;
    return {
      clocks: {
        wall: clocks.wall + slow + queue,
        quiet: clocks.quiet + slow + 0.3 * queue,
        work: clocks.work + slow + 0.1 * queue,
      },
      memory,
    };
  };
}

describe('a gate of a machine against itself', () => {
  it('has noise of many real runs to draw from', () => {
    expect(pool.length).toBeGreaterThan(80);
  });

  it('fails in at most 1 % of 2000, with noise of real records', () => {
    expect(failing('records', (draw) => () => drawn(draw))).toBeLessThanOrEqual(0.01);
  });

  it('fails in at most 2 % of 2000, with drift, spikes and queueing on top', () => {
    expect(failing('beset', beset)).toBeLessThanOrEqual(0.02);
  });
});

describe('a gate of a tool that is slower by a tenth', () => {
  /** Noise of pairs by 6 %: of runs by 6 % ÷ √2, in all clocks alike. */
  const quiet = (draw: Stream) => (): RunNoise => {
    const one = (0.06 / Math.SQRT2) * normalQuantile(draw());
    return { clocks: { wall: one, quiet: one, work: one }, memory: 0 };
  };

  it('fails in nine of ten cases where the noise of a pair is 6 %', () => {
    expect(failing('power', quiet, Math.log(1.1), 500)).toBeGreaterThanOrEqual(0.9);
  });
});
