type Raw = Readonly<Record<string, unknown>>;
type Steps = readonly PropertyKey[];
type Names = readonly string[] | null;

interface Found {
  check(steps: Steps, value: unknown, known: Names, what: string): void;
  report(steps: Steps, message: string, hint: string): void;
}

/**
 * Checks one training run: names are declared, and fields do not contradict each other. Works on
 * the raw value, as `references.ts` does.
 *
 * @param at steps to the run.
 * @param known declared names; null if the section is not a mapping.
 */
export function checkTraining(
  at: Steps,
  run: Raw,
  known: { readonly workloads: Names; readonly stores: Names },
  found: Found,
): void {
  const { check, report } = found;
  check([...at, 'workload'], run.workload, known.workloads, 'workload');
  checkRate(at, run, found);
  const isAsync = run.mode === 'async';
  if (isAsync && run.snapshot === undefined) {
    report([...at, 'snapshot'], 'is missing', 'write how long a snapshot holds up the run: 5 s');
  }
  if (!isAsync && run.snapshot !== undefined) {
    report([...at, 'snapshot'], 'is taken in mode async only', 'write mode: async as well');
  }
  const failures = isMapping(run.failures) ? Object.keys(run.failures) : [];
  const seen = new Set<unknown>();
  for (const [index, tier] of (Array.isArray(run.tiers) ? run.tiers : []).entries()) {
    if (!isMapping(tier)) continue;
    const steps = [...at, 'tiers', index];
    checkTier(steps, tier, { stores: known.stores, failures }, found);
    const name = tier.name ?? tier.store;
    if (name !== undefined && seen.has(name)) {
      report([...steps, 'name'], `there is another tier "${name}"`, 'give it a name of its own');
    }
    seen.add(name);
  }
}

function checkRate(at: Steps, run: Raw, { report }: Found): void {
  const [nodes, failures] = [run.nodes !== undefined, run['node-failures'] !== undefined];
  if (run.mtbf === undefined && !nodes && !failures) {
    const hint = 'write mtbf: 3 h, or nodes and node-failures';
    report([...at, 'mtbf'], 'is missing: how often does it fail?', hint);
  } else if (run.mtbf !== undefined && (nodes || failures)) {
    const hint = 'give either mtbf, or nodes and node-failures';
    report([...at, 'mtbf'], 'stands beside nodes or node-failures', hint);
  } else if (nodes !== failures) {
    const missing = nodes ? 'node-failures' : 'nodes';
    const hint = nodes ? 'write for example 0.004 /day' : 'write on how many nodes it runs';
    report([...at, missing], 'is missing', hint);
  }
}

function checkTier(
  at: Steps,
  tier: Raw,
  known: { readonly stores: Names; readonly failures: readonly string[] },
  { check, report }: Found,
): void {
  check([...at, 'store'], tier.store, known.stores, 'store');
  if (tier.name === undefined && tier.store === undefined) {
    report([...at, 'name'], 'is missing', 'give the tier a name or a store');
  }
  if (tier.store === undefined && tier.rate === undefined && tier.save === undefined) {
    report([...at, 'rate'], 'is missing', 'write a rate such as 2 TB/s, a save time or a store');
  }
  for (const [index, failure] of (Array.isArray(tier.survives) ? tier.survives : []).entries()) {
    check([...at, 'survives', index], failure, known.failures, 'kind of failure');
  }
}

const isMapping = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
