import { describe, expect, it } from 'vitest';
import { propagation } from '../../../src/model/network.ts';
import { type FormulaCase, lone, oneCase } from '../formula-case.ts';
import { liveRate } from './line.ts';
import { moveTime } from './pipeline.ts';
import { checkTime } from './verification.ts';

const size = (one: FormulaCase) => lone(one, 'sizeTB') * 1e12;
const rate = (one: FormulaCase) => lone(one, 'rateGBPerSecond') * 1e9;

const way = (one: FormulaCase) =>
  propagation({ distance: lone(one, 'distanceKm') * 1000, stretch: 1, hops: 0, hopDelay: 0 });

const transfer = (one: FormulaCase, perSecond = rate(one)) =>
  moveTime(size(one), [{ name: 'link', secondsPerByte: 1 / perSecond }], 'pipelined').seconds;

const checksum = (one: FormulaCase) =>
  checkTime(size(one), lone(one, 'hashGBPerSecond') * 1e9, 1, 0);

describe("the article's worked example", () => {
  const move = oneCase('article', 'ART1');
  it(move.name, () => {
    move.expects('transferSeconds', [transfer(move)]);
    move.expects('propagationMsPerTraversal', [way(move) * 1000]);
    move.expects('totalSecondsAtLeast', [transfer(move) + way(move)]);
  });

  const hash = oneCase('article', 'ART2');
  it(hash.name, () => {
    hash.expects('checksumSeconds', [checksum(hash)]);
  });

  const both = oneCase('article', 'ART3');
  it(both.name, () => {
    const stages = [
      { name: 'link', secondsPerByte: 1 / rate(both) },
      { name: 'md5', secondsPerByte: 1 / (lone(both, 'hashGBPerSecond') * 1e9) },
    ];
    both.expects('oneAfterTheOtherSeconds', [moveTime(size(both), stages, 'staged').seconds]);
    both.expects('atTheSameTimeSeconds', [moveTime(size(both), stages, 'pipelined').seconds]);
  });

  it('ART1: the printed 15 s are rejected; they would need 667 GB/s', () => {
    const printed = 15;
    expect(transfer(move)).toBeGreaterThan(600 * printed);
    expect(size(move) / printed / 1e9).toBeCloseTo(666.7, 1);
  });

  it('ART2: the printed 10 s are rejected; a checksum reads every byte, and takes a thousand times that', () => {
    expect(checksum(hash) / 10).toBe(1000);
  });

  it('ART1: with one of the two paths down it takes 20 000 s', () => {
    const left = liveRate(rate(move), lone(move, 'paths'), 1);
    expect(transfer(move, left)).toBeCloseTo(20_000, 9);
  });

  it('ART2: MD5 at 0.6 GB/s a core, as the README of xxHash prints, takes 16 667 s', () => {
    expect(checkTime(size(hash), 0.6e9, 1, 0)).toBeCloseTo(16_666.7, 1);
  });
});
