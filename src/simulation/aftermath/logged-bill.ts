import { sumOfBills } from '../../model/bill.ts';
import { objectBill, type StoreBill, type StoreUse } from '../../model/object-bill.ts';
import { objectsFor } from '../../model/object-requests.ts';
import type { SegmentLog } from '../chain/segment-log.ts';
import { type CloudPlan, cloudFor } from '../plan/cloud.ts';

/** What a bill has beside its segments and the rules that move them. */
type Terms = Omit<StoreUse, 'segments' | 'transitions'>;

/**
 * The bill of all segments of a log. Those whose objects some rules leave where they are, since they are
 * small, have a bill of their own: of both every tier of a price begins anew.
 */
export function loggedBill(terms: Terms, cloud: CloudPlan, log: SegmentLog): StoreBill {
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
  if (groups.size === 1) return billOf(terms, cloud, log, null);
  const bills = [...groups].map(([laid, places], index) =>
    // What was read and what is free count once; a class that is billed for a least amount has no rules.
    billOf(index === 0 ? terms : { ...terms, reads: [], free: null }, laid, log, places),
  );
  const [first] = bills as [StoreBill];
  const months = first.months.map((_, month) =>
    sumOfBills(bills.flatMap((bill) => bill.months[month] ?? [])),
  );
  const stored = first.stored.map((_, month) =>
    bills.reduce((sum, bill) => sum + (bill.stored[month] as number), 0),
  );
  return { ...first, ...sumOfBills(months), months, stored };
}

/** The group with the same moves, if there is one. */
const alike = (groups: ReadonlyMap<CloudPlan, unknown>, laid: CloudPlan): CloudPlan =>
  [...groups.keys()].find(({ transitions }) =>
    transitions.every(({ after }, rule) => after === laid.transitions[rule]?.after),
  ) ?? laid;

/** The bill of the segments at some places of a log; null: of all. */
function billOf(
  terms: Terms,
  { transitions }: CloudPlan,
  log: SegmentLog,
  places: readonly number[] | null,
): StoreBill {
  const column = (all: Float64Array): Float64Array =>
    places ? Float64Array.from(places, (i) => all[i] as number) : all.subarray(0, log.count);
  const bytes = column(log.bytes);
  return objectBill({
    ...terms,
    transitions,
    segments: {
      began: column(log.began),
      written: column(log.written),
      deleted: column(log.deleted),
      bytes,
      objects: objectsOf(bytes, column(log.objectBytes)),
    },
  });
}

/** A loop, since a call for each of thousands of segments takes longer. */
function objectsOf(bytes: Float64Array, objectBytes: Float64Array): Float64Array {
  const objects = new Float64Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    objects[i] = objectsFor(bytes[i] as number, objectBytes[i] as number);
  }
  return objects;
}
