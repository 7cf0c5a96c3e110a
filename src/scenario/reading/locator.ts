import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

/** Formats a path: `strategies.nightly.keep`, `workloads.a.events[0].on`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>(
    (path, step) =>
      typeof step === 'number'
        ? `${path}[${step}]`
        : path === ''
          ? String(step)
          : `${path}.${String(step)}`,
    '',
  );
}

/** Finds the text positions of fields in a YAML tree. */
export interface Locator {
  /** Text offset of the deepest existing part of a path: of its key, or of its value in a list. */
  offsetOf(path: readonly PropertyKey[]): number;
  /** Splits a formatted path into steps; names may contain dots, so the longest match is taken. */
  stepsOf(path: string): readonly string[];
}

/** The locator of a tree; each mapping is indexed lazily, once. */
export function locator(root: Node | null): Locator {
  const indexes = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
  const pairOf = (map: YAMLMap, name: string): Pair | undefined => {
    let index = indexes.get(map);
    if (!index) {
      index = new Map(
        map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]),
      );
      indexes.set(map, index);
    }
    return index.get(name);
  };
  const stepFrom = (node: unknown, step: string) => {
    const pair = isMap(node) ? pairOf(node, step) : undefined;
    return { pair, value: isSeq(node) ? node.items[Number(step)] : pair?.value };
  };
  return {
    offsetOf: (path) => {
      let node: unknown = root;
      let offset = root?.range?.[0] ?? 0;
      for (const step of path) {
        const { pair, value } = stepFrom(node, String(step));
        const start = pair ? pair.key : value;
        if (isNode(start)) offset = start.range?.[0] ?? offset;
        node = value;
      }
      return offset;
    },
    stepsOf: (path) => {
      const steps: string[] = [];
      let node: unknown = root;
      let rest = path.replaceAll(/\[(\d+)\]/g, '.$1');
      while (rest !== '') {
        const map = isMap(node) ? node : undefined;
        const known = map && prefixes(rest).find((name) => pairOf(map, name));
        const step = known ?? rest.split('.', 1)[0] ?? '';
        steps.push(step);
        node = stepFrom(node, step).value;
        rest = rest.slice(step.length + 1);
      }
      return steps;
    },
  };
}

/** The path and all its prefixes that end before a dot, longest first. */
function prefixes(path: string): string[] {
  const found = [path];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    found.push(path.slice(0, dot));
  }
  return found;
}
