import { objectRate } from '../../model/object-rate.ts';
import type { CloudPlan } from '../plan/cloud.ts';
import { narrowed, type Phase } from './flow-spec.ts';

/** A request for each of a few streams gives no more; without a number there are enough of them. */
const ENOUGH_STREAMS = 1024;

/** Bytes a second that an object store takes from, or gives to, one job. */
export function objectPace(
  { class: { stream, requestRate }, objectSize, partSize, prefixes }: CloudPlan,
  streams: number,
  request: 'put' | 'get',
): number {
  return objectRate({
    streams: Math.min(streams, ENOUGH_STREAMS),
    perStream: stream.value,
    requestBytes: Math.min(objectSize, partSize),
    requestRate: requestRate?.[request].value ?? Infinity,
    prefixes,
  });
}

/** A phase that ends in an object store, or begins there. */
export function requested(
  phase: Phase,
  cloud: CloudPlan,
  streams: number,
  request: 'put' | 'get',
): Phase {
  return narrowed(phase, objectPace(cloud, streams, request), 'requests to the object store');
}
