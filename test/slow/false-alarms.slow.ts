import { expect, it } from 'vitest';
import { beset, drawn, failing } from '../support/gate/false-alarms.ts';
import { printFigures } from './figures.ts';

const GATES = 2000;

it('a gate of a machine against itself hardly ever fails', () => {
  const plain = failing('records', GATES, (draw) => () => drawn(draw));
  const hard = failing('beset', GATES, beset);
  printFigures(
    `${GATES} gates of a machine against itself: share that fails`,
    new Map([
      ['noise of real records', plain],
      ['and drift, spikes and queueing', hard],
    ]),
  );
  expect(plain).toBeLessThanOrEqual(0.01);
  expect(hard).toBeLessThanOrEqual(0.02);
});
