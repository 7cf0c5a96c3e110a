import fc from 'fast-check';
import { oddName, oddNumber, oddUnit, oddValue } from './odd-values.ts';

/** One change to a document; places are counted over all its nodes, modulo how many there are. */
type Step =
  | { readonly kind: 'drop' | 'double'; readonly at: number }
  | { readonly kind: 'exchange' | 'alias'; readonly at: number; readonly with: number }
  | { readonly kind: 'replace'; readonly at: number; readonly by: unknown }
  | { readonly kind: 'rename' | 'number' | 'unit'; readonly at: number; readonly by: string };

const at = fc.nat(9999);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('drop', 'double'), at }),
  fc.record({ kind: fc.constantFrom('exchange', 'alias'), at, with: at }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('replace'), at, by: oddValue }) },
  fc.record({ kind: fc.constant('rename'), at, by: oddName }),
  fc.record({ kind: fc.constant('number'), at, by: oddNumber }),
  fc.record({ kind: fc.constant('unit'), at, by: oddUnit }),
);

/** Up to five changes, most often one or two: with many, only the first problem would be met. */
export const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 3, arbitrary: fc.array(step, { maxLength: 2 }) },
  fc.array(step, { maxLength: 5 }),
);

type Holder = Record<string, unknown> | unknown[];
interface Node {
  readonly holder: Holder;
  readonly key: string;
}

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;
const valueAt = ({ holder, key }: Node): unknown => (holder as Record<string, unknown>)[key];

/** Sets what stands at a node as JSON would: a name like __proto__ is a name. */
const setAt = ({ holder, key }: Node, value: unknown): void => {
  const own = { value, enumerable: true, configurable: true, writable: true };
  Object.defineProperty(holder, key, own);
};

/** All nodes of a document but its root, each once, though aliases lead to it twice. */
function nodesOf(root: Holder): readonly Node[] {
  const seen = new Set<Holder>([root]);
  const nodes: Node[] = [];
  for (const holder of seen) {
    for (const key of Object.keys(holder)) {
      nodes.push({ holder, key });
      const value = valueAt({ holder, key });
      if (isHolder(value)) seen.add(value);
    }
  }
  return nodes;
}

/**
 * A document with all changes made one after the other. What is aliased is one object that stands in
 * two places, also within itself.
 */
export function mutated(document: object, changes: readonly Step[]): object {
  const root = structuredClone(document) as Holder;
  for (const change of changes) {
    const nodes = nodesOf(root);
    const node = nodes[change.at % nodes.length];
    if (node) make(change, node, nodes);
  }
  return root;
}

function make(change: Step, node: Node, nodes: readonly Node[]): void {
  const { holder, key } = node;
  switch (change.kind) {
    case 'drop':
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return;
    case 'double':
      if (Array.isArray(holder)) holder.push(copyOf(valueAt(node)));
      else setAt({ holder, key: `${key}2` }, copyOf(valueAt(node)));
      return;
    case 'replace':
      setAt(node, copyOf(change.by));
      return;
    case 'rename':
      if (Array.isArray(holder)) return;
      setAt({ holder, key: change.by }, valueAt(node));
      if (change.by !== key) delete holder[key];
      return;
    case 'exchange':
    case 'alias': {
      const other = nodes[change.with % nodes.length] as Node;
      const [own, others] = [valueAt(node), valueAt(other)];
      setAt(node, change.kind === 'alias' ? others : copyOf(others));
      if (change.kind === 'exchange') setAt(other, copyOf(own));
      return;
    }
    case 'number':
    case 'unit': {
      const value = valueAt(node);
      // First of all: a mapping with a field toString is no text.
      if (isHolder(value)) return;
      const [, number = '', rest = ''] = /^([-+\d.e_]*)(.*)$/su.exec(String(value)) ?? [];
      const text = change.kind === 'number' ? change.by + rest : `${number} ${change.by}`;
      setAt(node, text);
    }
  }
}

const copyOf = (value: unknown): unknown => (isHolder(value) ? structuredClone(value) : value);
