import { describe, expect, it } from 'vitest';
import { billableExtra } from '../../src/model/billable-bytes.ts';
import { objectRate } from '../../src/model/object-rate.ts';
import {
  brokenLimit,
  listsFor,
  objectsFor,
  partsOf,
  writesOf,
} from '../../src/model/object-requests.ts';
import { retrievalCost, retrievalOf, thawedCost, thawOf } from '../../src/model/retrieval.ts';
import { objectReadTime, requestTime } from '../oracles/formulas/object-read-time.ts';
import { classNamed, GIB } from '../support/stored-segments.ts';

const MIB = 2 ** 20;
const standard = classNamed('cloud/aws-s3-standard');
const flexible = classNamed('cloud/aws-s3-glacier-flexible');
const limits = standard.parts;

describe('objects and parts', () => {
  it('are rounded up', () => {
    expect([objectsFor(100, 16), objectsFor(96, 16), objectsFor(0, 16)]).toEqual([7, 6, 0]);
    expect([partsOf(5 * GIB, 8 * MIB), partsOf(5 * GIB + 1, 8 * MIB), partsOf(0, 1)]).toEqual([
      ...[640, 641, 1],
    ]);
  });

  it('are whole numbers but for rounding', () => {
    expect([objectsFor(96 * (1 + 1e-13), 16), objectsFor(96.001, 16)]).toEqual([6, 7]);
    expect([objectsFor(1e-3, 16), objectsFor(16e9 + 1, 16)]).toEqual([1, 1e9 + 1]);
    // A seventh of 1 GB, over a seventh of an object.
    expect(partsOf(1e9 / 7 / (1 / 7), 1e9)).toBe(1);
  });

  it('are listed a thousand at a time', () => {
    expect([listsFor(0), listsFor(1), listsFor(1000), listsFor(1001), listsFor(16_000)]).toEqual([
      ...[0, 1, 1, 2, 16],
    ]);
  });

  it('of one part are written at once, others open and close', () => {
    expect(writesOf(8 * MIB, 8 * MIB, 2)).toBe(1);
    expect(writesOf(8 * MIB + 1, 8 * MIB, 2)).toBe(4);
  });

  it('are held to the limits of the store', () => {
    if (!limits) throw new Error('no limits');
    // 10,000 parts of 5 MiB hold 48.8 GiB.
    expect(brokenLimit(50_000 * MIB, 5 * MIB, limits)).toBeUndefined();
    expect(brokenLimit(50_000 * MIB + 1, 5 * MIB, limits)).toBe('too many parts');
    expect(brokenLimit(GIB, 4 * MIB, limits)).toBe('part too small');
    expect(brokenLimit(MIB, 4 * MIB, limits)).toBeUndefined();
    expect(brokenLimit(100 * GIB, 6 * GIB, limits)).toBe('part too large');
    expect(brokenLimit(60_000 * GIB, 5 * GIB, limits)).toBe('object too large');
    expect(brokenLimit(50_000 * GIB, 5 * GIB, limits)).toBeUndefined();
  });

  it('are billed for padding and overhead', () => {
    const rare = classNamed('cloud/aws-s3-standard-ia');
    expect(billableExtra(1000, 1, rare)).toEqual({ own: 128 * 1024 - 1000, standard: 0 });
    expect(billableExtra(GIB, 1, rare)).toEqual({ own: 0, standard: 0 });
    expect(billableExtra(GIB, 10, flexible)).toEqual({ own: 327_680, standard: 81_920 });
    expect(billableExtra(GIB, 10, standard)).toEqual({ own: 0, standard: 0 });
  });
});

describe('rates', () => {
  it('ten prefixes read 55,000 objects a second (S3 user guide)', () => {
    expect(1 / requestTime(1, standard.requestRate?.get.value ?? 0, 10)).toBeCloseTo(55_000, 6);
    expect(requestTime(0, 0)).toBe(0);
  });

  it('about 15 connections fill 10 Gbit/s (S3 user guide)', () => {
    const of = { perStream: 87.5e6, requestBytes: 16 * MIB, requestRate: 5500 };
    expect(objectRate({ ...of, streams: 15 }) * 8).toBeGreaterThan(10e9);
    expect(objectRate({ ...of, streams: 14 }) * 8).toBeLessThan(10e9);
  });

  it('small objects are limited by requests, and prefixes help', () => {
    const small = { streams: 100, perStream: 87.5e6, requestBytes: 1000, requestRate: 3500 };
    expect(objectRate(small)).toBe(3.5e6);
    expect(objectRate({ ...small, prefixes: 10 })).toBe(35e6);
  });

  it('a read waits for the thaw, then for the slower of bytes and requests', () => {
    const read = { streams: 10, perStream: 1e8, requestBytes: 1e8, requestRate: 100 };
    const all = { ...read, bytes: 1e10, objects: 100, thaw: 3600, firstByte: 0.5 };
    expect(objectReadTime(all)).toBe(3610.5);
    expect(objectReadTime({ ...all, objects: 10_000, requestBytes: 1e6 })).toBe(3700.5);
    expect(objectReadTime({ ...all, objects: 0, bytes: 0 })).toBe(0);
    expect(objectReadTime({ ...all, bytes: 0 })).toBe(3601.5);
  });
});

describe('retrieval', () => {
  it('15,000,000 objects of 102,400 GB, standard: 1,024 USD for data and 750 for requests (AWS re:Post)', () => {
    const cost = retrievalCost(flexible, { bytes: 102_400 * GIB, objects: 15e6 });
    expect(cost).toBeCloseTo(1024 + 750, 6);
    const quick = retrievalCost(flexible, { bytes: 0, objects: 15e6, tier: 'expedited' });
    expect(quick).toBeCloseTo(150_000, 6);
  });

  it('is free and at once where nothing thaws', () => {
    expect(retrievalOf(standard)).toBeUndefined();
    expect(retrievalCost(standard, { bytes: GIB, objects: 1 })).toBe(0);
    expect(thawedCost(standard, GIB, 30 * 86_400)).toBe(0);
    // 1024 GiB for a week of a month of 30 days: 1024 * 0.023 * 7 / 30.
    expect(thawedCost(flexible, 1024 * GIB, 7 * 86_400)).toBeCloseTo(5.4955, 4);
    expect(thawOf(standard)).toEqual({ least: 0, most: 0 });
    expect(() => retrievalOf(standard, 'bulk')).toThrow('has no retrieval bulk');
  });
});
