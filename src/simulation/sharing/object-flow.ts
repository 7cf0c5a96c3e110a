import { objectRate } from '../../model/object-rate.ts';
import type { CloudPlan } from '../plan/cloud.ts';
import { type Phase, withWireCap } from './flow-spec.ts';

/**
 * Upper limit for the number of streams: more bring nothing, and an unlimited number becomes
 * finite.
 */
export const MOST_STREAMS = 1024;

/** Bytes a second that one job can write to an object store (`put`), or read from it (`get`). */
export function objectPace(
  { class: { stream, requestRate }, objectSize, partSize, prefixes }: CloudPlan,
  streams: number,
  request: 'put' | 'get',
): number {
  return objectRate({
    streams: Math.min(streams, MOST_STREAMS),
    perStream: stream.value,
    requestBytes: Math.min(objectSize, partSize),
    requestRate: requestRate?.[request].value ?? Infinity,
    prefixes,
  });
}

/** A phase limited by the requests to an object store that it writes to or reads from. */
export function withRequestLimit(
  phase: Phase,
  cloud: CloudPlan,
  streams: number,
  request: 'put' | 'get',
): Phase {
  return withWireCap(phase, objectPace(cloud, streams, request), 'requests to the object store');
}
