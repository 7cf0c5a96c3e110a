import { normalQuantile } from '../../../src/random/normal-quantile.ts';
import { type Stream, stream } from '../../../src/random/stream.ts';
import { trainingRecords } from './records.ts';
import { noiseIn, playedGate, type RunNoise } from './simulated-gate.ts';

/** Noise of the runs of real records. */
export const pool = noiseIn(trainingRecords().lines);

/** Noise of one run, drawn from the records. */
export const drawn = (draw: Stream): RunNoise => pool[Math.floor(draw() * pool.length)] as RunNoise;

/** The share of so many gates in which something is called worse. */
export function failing(
  name: string,
  gates: number,
  noise: (draw: Stream) => (run: number) => RunNoise,
  effect = 0,
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
export function beset(draw: Stream): (run: number) => RunNoise {
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
