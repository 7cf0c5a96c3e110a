import { describe, expect, it } from 'vitest';
import {
  agesThatMatter,
  archivalOf,
  type CloudPlan,
  classesByAge,
  classOf,
  cloudFor,
  movesOf,
  tierFor,
} from '../../../src/simulation/plan/cloud.ts';
import { classNamed, DAY } from '../../support/stored-segments.ts';

const STANDARD = classNamed('cloud/aws-s3-standard');
const RARE = classNamed('cloud/aws-s3-standard-ia');
const DEEP = classNamed('cloud/aws-s3-deep-archive');
const TIERING = classNamed('cloud/aws-s3-intelligent-tiering');
const SNAPSHOTS = classNamed('cloud/aws-backup-ebs');
const ARCHIVE = classNamed('cloud/aws-backup-ebs-archive');

const store = (
  first: CloudPlan['class'],
  transitions: CloudPlan['transitions'] = [],
  retrievalTier?: string,
): CloudPlan => ({
  ...{ class: first, transitions, retrievalTier, pricesUntil: null, worth: 1 },
  ...{ objectSize: 1e9, partSize: 1e9, prefixes: 1, thawedFor: DAY },
});

const KIB = 1024;
/** Into the second class above 128 KiB only, into the third all. */
const twice = store(STANDARD, [
  { after: 30 * DAY, to: RARE, smallest: 128 * KIB },
  { after: 90 * DAY, to: DEEP },
]);

describe('the classes of an object store', () => {
  it('are that of the store, and one more with each move', () => {
    expect([0, 1, 2].map((stay) => classOf(twice, stay))).toEqual([STANDARD, RARE, DEEP]);
    expect(movesOf(twice)).toEqual([30 * DAY, 90 * DAY]);
    expect(classesByAge(twice).map(({ after, to }) => [after / DAY, to])).toEqual([
      [0, STANDARD],
      [30, RARE],
      [90, DEEP],
    ]);
  });

  it('are asked for by the way that is named, where they have it', () => {
    expect(tierFor(store(DEEP, [], 'bulk'), DEEP)).toBe('bulk');
    expect(tierFor(store(DEEP, [], 'bulk'), RARE)).toBeUndefined();
    expect(tierFor(store(DEEP), DEEP)).toBeUndefined();
  });
});

describe('what small objects see of the rules', () => {
  const movesFor = (cloud: CloudPlan, objectBytes: number) =>
    movesOf(cloudFor(cloud, objectBytes)).map((after) => after / DAY);

  it('is all of them from the least size on', () => {
    expect(cloudFor(twice, 128 * KIB)).toBe(twice);
  });

  it('is that a rule that passes them over comes with the next', () => {
    expect(movesFor(twice, 128 * KIB - 1)).toEqual([90, 90]);
  });

  it('is no move at all where none takes them, and only those before where the last does not', () => {
    const large = 128 * KIB;
    expect(movesFor(store(STANDARD, [{ after: DAY, to: RARE, smallest: large }]), 1)).toEqual([
      Infinity,
    ]);
    const last = store(STANDARD, [
      { after: 30 * DAY, to: RARE },
      { after: 90 * DAY, to: DEEP, smallest: large },
    ]);
    expect(movesFor(last, 1)).toEqual([30, Infinity]);
  });
});

describe('the age from which on a bill asks for none', () => {
  const days = (cloud: CloudPlan) => agesThatMatter(cloud) / DAY;

  it('is 0 where nothing depends on it', () => {
    expect(days(store(STANDARD))).toBe(0);
  });

  it('is the least time of a class: 30 days, and as many after a move', () => {
    expect(days(store(RARE))).toBe(30);
    expect(days(store(STANDARD, [{ after: 45 * DAY, to: RARE }]))).toBe(75);
  });

  it('is the last step of a price that falls with it', () => {
    expect(days(store(TIERING))).toBe(90);
    expect(days(store(STANDARD, [{ after: 5 * DAY, to: TIERING }]))).toBe(95);
  });

  it('is the latest of all classes', () => {
    // 90 days and 180 of the archive.
    expect(days(twice)).toBe(270);
    expect(days(store(DEEP, [{ after: 10 * DAY, to: STANDARD }]))).toBe(180);
  });
});

describe('the move into a class where each backup is whole', () => {
  const move = { after: 30 * DAY, to: ARCHIVE };

  it('is that of a class where only changes are stored', () => {
    expect(archivalOf(store(SNAPSHOTS, [move]))).toBe(move);
  });

  it('is none where there is no such rule, where all is whole, and where there is no object store', () => {
    expect(archivalOf(store(SNAPSHOTS))).toBeNull();
    expect(archivalOf(twice)).toBeNull();
    expect(archivalOf(store(ARCHIVE, [move]))).toBeNull();
    expect(archivalOf(null)).toBeNull();
  });
});
