import { expect, it } from 'vitest';
import { NETS } from '../../src/random/net.ts';
import { fillsNets, netMeans } from '../../src/stats/net-means.ts';

it('nets count as independent as soon as each has two points', () => {
  expect([31, 32].map(fillsNets)).toEqual([false, true]);
  const values = Array.from({ length: 64 }, (_, trial) => trial);
  expect(netMeans(values)).toEqual(Array.from({ length: NETS }, (_, net) => 24 + net));
});
