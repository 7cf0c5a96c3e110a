import { describe, expect, it } from 'vitest';
import { loggedUses } from '../../../../src/simulation/aftermath/bills/logged-uses.ts';
import { newArena } from '../../../../src/simulation/arena.ts';
import { logSegment, newSegmentLog } from '../../../../src/simulation/chain/segment-log.ts';
import type { CloudPlan } from '../../../../src/simulation/plan/cloud.ts';
import { classNamed, DAY } from '../../../support/stored-segments.ts';

const KIB = 1024;
const standard = classNamed('cloud/aws-s3-standard');
const rare = classNamed('cloud/aws-s3-standard-ia');
const deep = classNamed('cloud/aws-s3-deep-archive');

/** Moves objects of 128 KiB to the second class after 30 days, and all to the third after 90. */
const cloud: CloudPlan = {
  ...{ class: standard, retrievalTier: undefined, pricesUntil: null, worth: 1 },
  ...{ objectSize: 1024 * KIB, partSize: 1024 * KIB, prefixes: 1, thawedFor: DAY },
  transitions: [
    { after: 30 * DAY, to: rare, smallest: 128 * KIB },
    { after: 90 * DAY, to: deep },
  ],
};

const read = { at: DAY, from: standard, bytes: 1, objects: 1, gets: 1 };
const terms = {
  ...{ class: standard, partBytes: 1024 * KIB, reads: [read], free: Float64Array.of(7) },
  ...{ boundaries: Float64Array.of(0, 31 * DAY), from: 0, until: 31 * DAY },
};

/** What is billed of segments of 1 MiB each, by the size of their objects: its parts. */
function partsOf(...objectBytes: readonly number[]) {
  const log = newSegmentLog(newArena());
  for (const [day, size] of objectBytes.entries()) {
    logSegment(log, day * DAY, Infinity, 1024 * KIB, size);
  }
  return loggedUses(terms, cloud, log);
}

describe('what is billed for the segments of a store', () => {
  it('is one part where all objects are moved alike', () => {
    const [all, ...more] = partsOf(1024 * KIB, 128 * KIB);
    expect(more).toEqual([]);
    expect([...(all?.segments.objects ?? [])]).toEqual([1, 8]);
    expect([...(all?.segments.written ?? [])]).toEqual([0, DAY]);
    expect(all?.reads).toEqual([read]);
  });

  it('is two where some are moved later, however many sizes they have, and what is read counts once', () => {
    const parts = partsOf(1024 * KIB, 64 * KIB, 32 * KIB, 512 * KIB, 64 * KIB);
    const told = parts.map(({ segments, transitions = [], reads, free }) => ({
      days: Array.from(segments.written, (at) => at / DAY),
      objects: [...segments.objects],
      after: transitions.map(({ after }) => after / DAY),
      reads: reads?.length,
      free: free && [...free],
    }));
    expect(told).toEqual([
      { days: [0, 3], objects: [1, 2], after: [30, 90], reads: 1, free: [7] },
      { days: [1, 2, 4], objects: [16, 32, 16], after: [90, 90], reads: 0, free: null },
    ]);
  });
});
