import { shrunk } from '../../model/shrunk.ts';
import type { Plan, ProtectionPlan, StorePlan } from '../plan/plan.ts';
import type { CopyPlan, PolicyPlan } from '../plan/policy.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import {
  type Flows,
  inParallel,
  isLimiting,
  MOVE,
  type Phase,
  partMaker,
  specOf,
  TRANSFORM,
  VERIFY,
  withWireCap,
} from './flow-spec.ts';
import { withRequestLimit } from './object-flow.ts';
import { prunePhase } from './prune-flow.ts';
import { withTapeLimit } from './tape-flow.ts';
import { wireCapOf } from './wire-cap.ts';

/**
 * The flows of a protection in the replication that drew `values`. Phases without limits take no
 * time and are left out, so there may be no flow at all.
 */
export function flowsOf(
  plan: Plan,
  { workload, policy }: ProtectionPlan,
  values: Float64Array,
): Flows {
  const data = plan.workloads[workload] as WorkloadPlan;
  const parts = policy.copy
    ? copyPartsOf(plan, data, policy, policy.copy, values)
    : partsOf(plan, data, policy, values);
  const steps = [parts.read, parts.work, parts.check, ...parts.wires, parts.write];
  const whole = withWireCap(inParallel(MOVE, steps), wireCapOf(plan, policy, values));
  const { tape, cloud } = plan.stores[policy.store] as StorePlan;
  const withStoreLimit = (phase: Phase): Phase =>
    cloud
      ? withRequestLimit(phase, cloud, policy.tool.streams, 'put')
      : tape
        ? withTapeLimit(plan, values, phase, {
            tape,
            left: parts.left,
            streams: policy.tool.streams,
          })
        : phase;
  const moves = (
    policy.tool.staged
      ? [...steps.slice(0, -1), withStoreLimit(parts.write)]
      : [withStoreLimit(whole)]
  ).filter(isLimiting);
  const transform = isLimiting(parts.transform) ? [parts.transform] : [];
  const verify = parts.verify ? [parts.verify] : [];
  const { pruning } = policy;
  const prune = pruning ? [prunePhase(plan, data, policy, pruning, values)] : [];
  const phases = [...moves, ...transform, ...verify, ...prune];
  const specs = Array.from(phases, (phase) => specOf(plan, phase));
  let stages = 0;
  const stagesAt = Int32Array.from(specs, (spec) => {
    stages += spec.stages.length;
    return stages - spec.stages.length;
  });
  return {
    specs,
    stagesAt,
    stages,
    moves: moves.length,
    transform: transform.length > 0 ? moves.length : -1,
    verify: verify.length > 0 ? moves.length + transform.length : -1,
    prune: pruning ? specs.length - 1 : -1,
  };
}

/** The phases of a backup. */
function partsOf(plan: Plan, workload: WorkloadPlan, policy: PolicyPlan, values: Float64Array) {
  const { tool, store: storeIndex } = policy;
  const { value, use, cap } = partMaker(plan, values);
  const store = plan.stores[storeIndex] as Plan['stores'][number];
  const secondsToRead = 1 / value(store.read);
  const secondsToWrite = 1 / value(store.write);
  // A reverse increment reads the old block, writes it elsewhere, and writes the new one.
  const touches = tool.style === 'reverse' ? secondsToRead + 2 * secondsToWrite : secondsToWrite;
  // Encryption works on what compression leaves.
  const left = tool.compresses ? shrunk(value(workload.compressibility), tool.stored.exponent) : 1;
  const { read: reading, compress, store: storing, perFile, perChangedFile } = tool.terms;
  const shrinks = Math.min(1, Math.max(0, value(workload.compressibility) - 1));
  const bytes = tool.work + tool.seal * left + reading + (tool.compresses ? shrinks : 0) * compress;
  const isMeasured = reading + compress + storing + perFile + perChangedFile > 0;
  const cores = partOfCores(plan, workload.site);
  const read: Phase = { term: MOVE, caps: cap('read source', value(workload.read)), uses: [] };
  const working: Phase = {
    term: MOVE,
    caps: isMeasured ? [] : cap(`work of ${tool.name}`, bytes > 0 ? tool.cores / bytes : Infinity),
    // Of files the cores have work too, so their use is there even where bytes take none.
    uses:
      isMeasured && cores >= 0
        ? [{ resource: cores, fixed: bytes, byRatio: storing }]
        : use('cores', workload.site, bytes, 0),
    ...(isMeasured && {
      worker: {
        name: `work of ${tool.name}`,
        fixed: bytes,
        byRatio: storing,
        cores: tool.cores,
        combine: tool.combine,
        on: cores,
      },
    }),
  };
  const wires = policy.links.map(
    (link): Phase => ({
      term: MOVE,
      caps: [],
      // On a staged path each link is a transfer of its own; otherwise streams run from end to end.
      wireCap: tool.staged ? wireCapOf(plan, { tool, links: [link] }, values) : Infinity,
      uses: use('link', link, 0, 1),
    }),
  );
  const write: Phase = { term: MOVE, caps: [], uses: use('store', storeIndex, 0, touches) };
  const transform: Phase = {
    term: TRANSFORM,
    caps: [],
    uses: use('store', storeIndex, secondsToRead + secondsToWrite, 0),
  };
  const checks = checksOf(plan, workload, policy, values);
  return { read, work: working, wires, write, transform, left, ...checks };
}

/** Index of the cores of a site among the resources; -1: they are not limited. */
const partOfCores = ({ resources }: Plan, site: number): number =>
  resources.findIndex(({ kind, of }) => kind === 'cores' && of === site);

/** The phases of a copy: it reads what one store holds and writes it to another, byte for byte. */
function copyPartsOf(
  plan: Plan,
  workload: WorkloadPlan,
  policy: PolicyPlan,
  copy: CopyPlan,
  values: Float64Array,
) {
  const { value, use } = partMaker(plan, values);
  const from = plan.stores[copy.from] as StorePlan;
  const to = plan.stores[policy.store] as StorePlan;
  const none: Phase = { term: MOVE, caps: [], uses: [] };
  const reading: Phase = { ...none, uses: use('store', copy.from, 1 / value(from.read), 0) };
  const read = from.cloud
    ? withRequestLimit(reading, from.cloud, policy.tool.streams, 'get')
    : reading;
  const write: Phase = { ...none, uses: use('store', policy.store, 1 / value(to.write), 0) };
  const wires = policy.links.map((link): Phase => ({ ...none, uses: use('link', link, 1, 0) }));
  // A check compares with the source of the copy, where the bytes came from.
  const place = { ...workload, site: from.site, read: from.read };
  const checks = checksOf(plan, place, policy, values);
  const transform: Phase = { ...none, term: TRANSFORM };
  return { read, work: none, wires, write, transform, left: 1, ...checks };
}

/** The verification of a backup: inline as a stage of the move, or afterwards as its own phase. */
function checksOf(plan: Plan, workload: WorkloadPlan, policy: PolicyPlan, values: Float64Array) {
  const { verify, store: storeIndex, links } = policy;
  const none: Phase = { term: MOVE, caps: [], uses: [] };
  if (!verify) return { check: none, verify: null };
  const { value, use, cap } = partMaker(plan, values);
  const store = plan.stores[storeIndex] as Plan['stores'][number];
  const checking = 1 / (value(verify.rate) * verify.cores);
  const both = verify.method === 'byte-compare';
  const atSource = verify.at === 'source' && !both;
  const phase = (term: number, site: number): Phase => ({
    term,
    caps: cap(`verify ${verify.method}`, 1 / checking),
    uses: use('cores', site, checking * verify.cores, 0),
  });
  if (verify.inline) return { check: phase(MOVE, workload.site), verify: null };
  const check = phase(VERIFY, atSource || both ? workload.site : store.site);
  const after: Phase = {
    term: VERIFY,
    caps: [...check.caps, ...(atSource || both ? cap('read source', value(workload.read)) : [])],
    ...(both ? { wireCap: wireCapOf(plan, policy, values) } : {}),
    uses: [
      ...check.uses,
      ...(atSource ? [] : use('store', storeIndex, 0, 1 / value(store.read))),
      ...(both ? links.flatMap((link) => use('link', link, 0, 1)) : []),
    ],
  };
  return { check: none, verify: after };
}
