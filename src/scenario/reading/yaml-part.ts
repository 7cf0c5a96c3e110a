import { isMap, isNode, isScalar, isSeq, type Pair } from 'yaml';
import type { Part } from './locator.ts';

/**
 * A node of a YAML tree as a part of its text; each mapping is indexed once, when first asked.
 *
 * @param offset of the key that it stands under, or else of the node; an empty one has none.
 */
export function yamlPart(node: unknown, offset = startOf(node) ?? 0): Part {
  let pairs: ReadonlyMap<string, Pair> | undefined;
  const known = new Map<string, Part>();
  const find = (step: string): Part | undefined => {
    if (isSeq(node)) {
      const item = node.items[Number(step)];
      return item === undefined ? undefined : yamlPart(item, startOf(item) ?? offset);
    }
    if (!isMap(node)) return undefined;
    pairs ??= new Map(
      node.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]),
    );
    const pair = pairs.get(step);
    return pair && yamlPart(pair.value, startOf(pair.key) ?? offset);
  };
  return {
    offset,
    isMapping: isMap(node),
    part(step) {
      const part = known.get(step) ?? find(step);
      if (part) known.set(step, part);
      return part;
    },
  };
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined);
