import { type PriceBook, withPrices } from '../../catalog/price-book.ts';
import type { StorageClass } from '../../catalog/storage-class.ts';
import { storageClass } from '../../catalog/storage-classes.ts';
import { brokenLimit } from '../../model/object-requests.ts';
import type { Store } from '../../scenario/scenario.ts';
import type { CloudPlan } from '../plan/cloud.ts';
import { type CompileLog, noteDefault, noteLeftOut } from './compile-log.ts';
import type { Currency } from './cost.ts';

const OBJECT = 64 * 2 ** 20;
const PART = 16 * 2 ** 20;

/**
 * The object store that a scenario declares, with prices from the price book if there is one; null
 * if the profile is not a storage class.
 */
export function cloudOf(
  compileLog: CompileLog,
  path: string,
  declared: Store,
  { worth, code }: Currency,
): CloudPlan | null {
  const listed = declared.profile ? storageClass(declared.profile) : undefined;
  if (!listed) return null;
  const { prices } = compileLog.data;
  const first = priced(listed, prices);
  const transitions = (declared.lifecycle ?? []).flatMap(({ after, to }) => {
    const found = storageClass(to);
    return found ? [{ after: after as number, to: priced(found, prices) }] : [];
  });
  noteLeftOut(compileLog, path, declared, {
    'object-size': '64 MiB',
    'part-size': '16 MiB',
    prefixes: '1',
    retrieval: first.retrieval[0]?.name ?? 'at once',
    lifecycle: 'none',
  });
  const { price } = first.storage[0] ?? {};
  if (price) {
    const when = `${price.source}, ${price.date} (${price.grade})`;
    noteDefault(compileLog, `${path}.prices`, `those of ${first.name}`, when);
  }
  const cloud: CloudPlan = {
    class: first,
    transitions,
    objectSize: declared['object-size'] ?? OBJECT,
    partSize: declared['part-size'] ?? PART,
    prefixes: declared.prefixes ?? 1,
    retrievalTier: declared.retrieval,
    worth: worth.get(first.currency) ?? 0,
  };
  reportFaults(compileLog, path, cloud, worth, code);
  return cloud;
}

const priced = (of: StorageClass, book: PriceBook | null): StorageClass =>
  book ? withPrices(of, book) : of;

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
