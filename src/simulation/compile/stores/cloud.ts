import { changedSince, listPrices, regionsOf } from '../../../catalog/list-prices.ts';
import { type PriceBook, withPrices } from '../../../catalog/price-book.ts';
import type { StorageClass } from '../../../catalog/storage-class.ts';
import { storageClass } from '../../../catalog/storage-classes.ts';
import { brokenLimit } from '../../../model/object-requests.ts';
import type { Store } from '../../../scenario/scenario.ts';
import { format } from '../../../units/dimension.ts';
import { SIZE } from '../../../units/dimensions.ts';
import type { CloudPlan } from '../../plan/cloud.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut } from '../compile-log.ts';
import type { Currency } from '../cost.ts';

const OBJECT = 64 * 2 ** 20;
const PART = 16 * 2 ** 20;
/** The shortest time for which a provider keeps a thawed copy. */
const DAY = 86_400;

/**
 * The object store that a scenario declares, with the list prices of the day on which the horizon
 * starts, or those of the price book if there is one; null if the profile is not a storage class.
 *
 * @param start seconds since 1970.
 */
export function cloudOf(
  compileLog: CompileLog,
  path: string,
  declared: Store,
  { worth, code }: Currency,
  start: number,
): CloudPlan | null {
  const listed = declared.profile ? storageClass(declared.profile) : undefined;
  if (!listed) return null;
  const { prices } = compileLog.data;
  const day = new Date(start * 1000).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const priced = (of: StorageClass): StorageClass => {
    const there = listPrices(of, declared.region ?? of.region, day);
    return prices ? withPrices(there, prices) : there;
  };
  const first = priced(listed);
  const objectSize = declared['object-size'] ?? OBJECT;
  const rules = (declared.lifecycle ?? []).flatMap((rule, index) => {
    const found = storageClass(rule.to);
    if (!found || leavesBehind(compileLog, `${path}.lifecycle[${index}]`, rule, found, objectSize))
      return [];
    const smallest = rule.smallest ?? found.smallestMoved?.value ?? 0;
    return [{ after: rule.after as number, to: priced(found), smallest }];
  });
  const transitions = rules.sort((a, b) => a.after - b.after);
  const thaws = [first, ...transitions.map(({ to }) => to)].some((one) => one.thawedCopy);
  noteLeftOut(compileLog, path, declared, {
    region: first.region,
    'object-size': '64 MiB',
    'part-size': '16 MiB',
    prefixes: '1',
    retrieval: first.retrieval[0]?.name ?? 'at once',
    lifecycle: 'none',
    'thawed-for': thaws ? '1 d' : 'nothing has to be thawed',
  });
  const { price } = first.storage[0] ?? {};
  if (price) {
    const when = `${price.source}, ${price.date} (${price.grade})`;
    noteDefault(compileLog, `${path}.prices`, `those of ${first.name}`, when);
  }
  const cloud: CloudPlan = {
    class: first,
    pricesUntil: pricesUntil([first, ...transitions.map(({ to }) => to)], day, prices),
    transitions,
    objectSize,
    partSize: declared['part-size'] ?? PART,
    prefixes: declared.prefixes ?? 1,
    retrievalTier: declared.retrieval,
    thawedFor: declared['thawed-for'] ?? DAY,
    worth: worth.get(first.currency) ?? 0,
  };
  reportFaults(compileLog, path, cloud, worth, code);
  reportRegion(compileLog, path, declared.region, listed);
  return cloud;
}

/** The first day on which a list price of these classes ended; null if none did since that day. */
function pricesUntil(
  classes: readonly StorageClass[],
  day: string,
  book: PriceBook | null,
): string | null {
  const listed = classes.filter(({ name }) => !Object.hasOwn(book?.prices ?? {}, name));
  const ends = listed.flatMap((of) => changedSince(of, day)?.until ?? []);
  return ends.sort()[0] ?? null;
}

function reportRegion(
  compileLog: CompileLog,
  path: string,
  region: string | undefined,
  listed: StorageClass,
): void {
  const known = regionsOf(listed);
  if (region === undefined || known.includes(region)) return;
  const message = `the catalog has no prices of ${listed.name} in "${region}"`;
  const hint = `known are ${known.join(', ')}; a price book gives others`;
  compileLog.problems.push({ path: `${path}.region`, message, hint });
}

/** Whether a rule leaves objects where they are because they are small. */
function leavesBehind(
  compileLog: CompileLog,
  path: string,
  { smallest }: NonNullable<Store['lifecycle']>[number],
  { smallestMoved }: StorageClass,
  objectSize: number,
): boolean {
  const least = smallest ?? smallestMoved?.value ?? 0;
  const leaves = objectSize < least;
  if (smallest === undefined && smallestMoved) {
    const why = leaves ? 'the objects are smaller, so the rule moves nothing' : cite(smallestMoved);
    noteDefault(compileLog, `${path}.smallest`, format(SIZE, least), why);
  }
  return leaves;
}

function reportFaults(
  compileLog: CompileLog,
  path: string,
  cloud: CloudPlan,
  worth: Currency['worth'],
  code: string,
): void {
  const { class: first, transitions, objectSize, partSize, retrievalTier: tier } = cloud;
  const report = (field: string, message: string, hint: string): void => {
    compileLog.problems.push({ path: `${path}.${field}`, message, hint });
  };
  if (!worth.has(first.currency)) {
    const hint = `write exchange: { ${first.currency}: 0.14 ${code} }, or currency: ${first.currency}`;
    report('profile', `is priced in ${first.currency}, not in ${code}`, hint);
  }
  for (const [index, { to }] of transitions.entries()) {
    if (to.currency === first.currency) continue;
    report(
      `lifecycle[${index}].to`,
      `is priced in ${to.currency}, not in ${first.currency}`,
      'name a class of the same provider',
    );
  }
  const broken = first.parts && brokenLimit(objectSize, partSize, first.parts);
  if (broken) {
    const field = broken === 'object too large' ? 'object-size' : 'part-size';
    report(
      field,
      `breaks a limit of ${first.name}: ${broken}`,
      'write another size of objects or parts',
    );
  }
  const tiers = [first, ...transitions.map(({ to }) => to)].flatMap(({ retrieval }) =>
    retrieval.map(({ name }) => name),
  );
  if (tier === undefined || tiers.includes(tier)) return;
  const known = [...new Set(tiers)].join(', ');
  report('retrieval', `"${tier}" is not offered`, known ? `known are ${known}` : 'leave it out');
}
