import { objectsFor } from '../../../model/object-requests.ts';
import type { StoreUse } from '../../../model/store-use.ts';
import type { SegmentLog } from '../../chain/segment-log.ts';
import { type CloudPlan, cloudFor } from '../../plan/cloud.ts';

/** What a bill has beside its segments and the rules that move them. */
type Terms = Omit<StoreUse, 'segments' | 'transitions'>;

/**
 * What is billed for all segments of a log. Those whose objects some rules leave where they are, since
 * they are small, are a part of their own.
 */
export function loggedUses(terms: Terms, cloud: CloudPlan, log: SegmentLog): readonly StoreUse[] {
  const groups = new Map<CloudPlan, number[]>([[cloud, []]]);
  const known = new Map<number, CloudPlan>();
  for (let i = 0; i < log.count; i++) {
    const objectBytes = log.objectBytes[i] as number;
    const laid = known.get(objectBytes) ?? alike(groups, cloudFor(cloud, objectBytes));
    known.set(objectBytes, laid);
    const places = groups.get(laid);
    if (places) places.push(i);
    else groups.set(laid, [i]);
  }
  if (groups.size === 1) return [useOf(terms, cloud, log, null)];
  return [...groups].map(([laid, places], index) =>
    // What was read and what is free count once.
    useOf(index === 0 ? terms : { ...terms, reads: [], free: null }, laid, log, places),
  );
}

/** The group with the same moves, if there is one. */
const alike = (groups: ReadonlyMap<CloudPlan, unknown>, laid: CloudPlan): CloudPlan =>
  [...groups.keys()].find(({ transitions }) =>
    transitions.every(({ after }, rule) => after === laid.transitions[rule]?.after),
  ) ?? laid;

/** The segments at some places of a log; null: all. */
function useOf(
  terms: Terms,
  { transitions }: CloudPlan,
  log: SegmentLog,
  places: readonly number[] | null,
): StoreUse {
  const column = (all: Float64Array): Float64Array =>
    places ? Float64Array.from(places, (i) => all[i] as number) : all.subarray(0, log.count);
  const bytes = column(log.bytes);
  return {
    ...terms,
    transitions,
    segments: {
      began: column(log.began),
      written: column(log.written),
      deleted: column(log.deleted),
      bytes,
      objects: objectsOf(bytes, column(log.objectBytes)),
    },
  };
}

/** A loop, since a call for each of thousands of segments takes longer. */
function objectsOf(bytes: Float64Array, objectBytes: Float64Array): Float64Array {
  const objects = new Float64Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    objects[i] = objectsFor(bytes[i] as number, objectBytes[i] as number);
  }
  return objects;
}
