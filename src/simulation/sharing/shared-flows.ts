import type { FlowSpec, Flows } from './flow-spec.ts';

/** Flows and specs that are alike, by a key of everything they depend on. */
export interface SharedFlows {
  readonly flows: Map<string, Flows>;
  readonly specs: Map<string, FlowSpec>;
}

/** Makes equal phases share one spec, so that their flows form one class. */
export function sharedFlows(flows: Flows, parts: SharedFlows): Flows {
  const keys = flows.specs.map(
    ({ resources, fixed, byRatio, cap, wireCap, worker, stages, term }) => {
      const working = worker && [worker.fixed, worker.byRatio, worker.cores, worker.combine];
      const numbers = [...resources, ...fixed, ...byRatio, cap, wireCap, term, working].join(' ');
      return `${numbers} ${stages.join('|')}`;
    },
  );
  const key = [flows.moves, flows.transform, flows.verify, flows.prune, ...keys].join('\n');
  const same = parts.flows.get(key);
  if (same) return same;
  const specs = Array.from(flows.specs, (spec, index) => {
    const shared = parts.specs.get(keys[index] as string) ?? spec;
    parts.specs.set(keys[index] as string, shared);
    return shared;
  });
  // Field by field: an object made by a spread is slow to read in the inner loop.
  const shared: Flows = {
    specs,
    stagesAt: flows.stagesAt,
    stages: flows.stages,
    moves: flows.moves,
    transform: flows.transform,
    verify: flows.verify,
    prune: flows.prune,
  };
  parts.flows.set(key, shared);
  return shared;
}
