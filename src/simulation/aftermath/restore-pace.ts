import { thawOf } from '../../model/retrieval.ts';
import { dismountSeconds, mountSeconds, tapePace } from '../../model/tape.ts';
import { multiplexedRestoreRate } from '../../model/tape-job.ts';
import type { Protection } from '../engine/protection.ts';
import { objectBytesOf } from '../engine/size/object-bytes.ts';
import { type CloudPlan, classesByAge, cloudFor, tierFor } from '../plan/cloud.ts';
import type { LinkPlan, Plan, StorePlan } from '../plan/plan.ts';
import type { ToolPlan } from '../plan/policy.ts';
import type { TapePlan } from '../plan/tape.ts';
import type { ThawStep } from '../plan/thaw.ts';
import type { WorkloadPlan } from '../plan/workload.ts';
import { MOST_STREAMS, objectPace } from '../sharing/object-flow.ts';
import { wireCapOf } from '../sharing/wire-cap.ts';

/** How fast one copy is restored without other load; times in seconds. */
export interface RestorePace {
  /** Fixed times of tool, media and courier; of these the courier; propagation delay of the route. */
  readonly prepare: number;
  readonly courier: number;
  readonly latency: number;
  readonly finish: number;
  /**
   * Seconds until objects can be read, by age in seconds: the last entry with `after` ≤ age
   * applies.
   */
  readonly thaws: readonly ThawStep[];
  /** Seconds for each additional piece of a chain. */
  readonly perPiece: number;
  /**
   * Seconds per stored byte from the store to the tool: of the slowest stage; staged, of all
   * stages.
   */
  readonly stored: number;
  /** Seconds to unpack a restored byte, and to decrypt a stored byte, on all cores. */
  readonly unpacking: number;
  readonly opening: number;
  /** Seconds for each restored byte that its files take one by one, whatever their size. */
  readonly filing: number;
  /** Seconds to write a restored byte to its target, and to verify it. */
  readonly writing: number;
  readonly verifying: number;
  /** Whether the stages run one after the other instead of at the same time. */
  readonly staged: boolean;
}

/** The restore pace of a copy in the future that drew `values`. */
export function paceOf(plan: Plan, protection: Protection, values: Float64Array): RestorePace {
  const { policy, workload } = protection;
  const { tool, restoreCheck: check, back, restoreAt } = policy;
  const data = plan.workloads[workload] as WorkloadPlan;
  const store = plan.stores[policy.store] as StorePlan;
  const secondsPerUnit = (parameter: number | null): number =>
    parameter === null ? 0 : 1 / (values[parameter] as number);
  const { tape, cloud, vault } = store;
  const courier = vault ? vault.back : 0;
  const { restore } = tool;
  const cores = Math.min(tool.cores, plan.sites[restoreAt ?? data.site]?.cores ?? Infinity);
  const links = Array.from(back, (link) => plan.links[link] as LinkPlan);
  const onLinks = Array.from(back, (link, index) => {
    const { rate, live } = links[index] as LinkPlan;
    const streams = tool.staged ? wireCapOf(plan, { tool, links: [link] }, values) : Infinity;
    return 1 / Math.min((values[rate] as number) * live, streams);
  });
  const streams = tool.staged ? 0 : 1 / wireCapOf(plan, { tool, links: back }, values);
  const stages = [
    secondsPerUnit(store.read) * scattered(protection),
    ...onLinks,
    streams,
    ...(cloud ? [1 / objectPace(cloud, tool.streams, 'get')] : []),
    ...(tape ? [tapeSeconds(tape, tool.streams, onLinks)] : []),
  ];
  const checked = check && check.method !== 'byte-compare' ? check.coverage : 0;
  return {
    prepare: restore.prepare + (tape ? mountSeconds(tape.handling, 'middle') : 0) + courier,
    courier,
    perPiece: tape
      ? mountSeconds(tape.handling, 'middle') + dismountSeconds(tape.handling, tape.cartridge)
      : 0,
    latency: links.reduce((sum, { propagation }) => sum + propagation, 0),
    finish: restore.finish,
    thaws: cloud ? thawsOf(cloudFor(cloud, objectBytesOf(protection, cloud.objectSize))) : [],
    stored: tool.staged
      ? stages.reduce((sum, seconds) => sum + seconds, 0)
      : Math.max(0, ...stages),
    unpacking: restore.unpack / cores,
    opening: restore.open / cores,
    filing: filesPerByte(protection) * (restore.perFile + requestSeconds(cloud, tool, links)),
    writing: secondsPerUnit(data.write),
    verifying: check ? checked / ((values[check.rate] as number) * check.cores) : 0,
    staged: tool.staged,
  };
}

/** Files of a source byte, as at the start: files come and go as the bytes do. */
const filesPerByte = ({ files, size }: Protection): number => (size > 0 ? files / size : 0);

/**
 * Seconds that a file waits for its own object: the round trip of the way and the first byte, with as
 * many requests under way as the tool has streams. What lies in packs does not wait for each file.
 */
function requestSeconds(
  cloud: CloudPlan | null,
  { objects, streams }: ToolPlan,
  links: readonly LinkPlan[],
): number {
  if (!cloud || objects === 'packs') return 0;
  const trip = links.reduce((sum, { rtt }) => sum + rtt, 0);
  return (trip + cloud.class.firstByte.value) / Math.min(streams, MOST_STREAMS);
}

/**
 * Factor on the read time: each kept point of a deduplicated repository fragments the newest one.
 */
const scattered = ({ chain, policy }: Protection): number =>
  chain.style === 'dedup' ? 1 + policy.fragmentation * chain.rows.count : 1;

/** The longest time that the provider states, and that to the first byte. */
const thawsOf = (cloud: CloudPlan): readonly ThawStep[] =>
  classesByAge(cloud).map(({ after, to }) => ({
    after,
    seconds: thawOf(to, tierFor(cloud, to)).most + to.firstByte.value,
  }));

/**
 * Seconds per stored byte on tape, with changes of cartridges and multiplexed streams that are read
 * past.
 */
function tapeSeconds(tape: TapePlan, streams: number, onLinks: readonly number[]): number {
  const { handling, cartridge, native, backhitch, steps, multiplex } = tape;
  const drives = Math.min(streams, tape.drives);
  const feed = 1 / Math.max(0, ...onLinks) / drives;
  const { rate } = tapePace(feed, steps, { native, backhitch });
  const change = mountSeconds(handling, 'beginning') + dismountSeconds(handling, cartridge);
  return (1 / multiplexedRestoreRate(rate, multiplex) + change / cartridge) / drives;
}

/**
 * Seconds of the move of a restore: of its files one by one, and of its bytes. Of these the slowest of
 * transport, work and target sets the pace; staged, their times add up.
 *
 * @param bytes stored bytes that are read.
 * @param source source bytes that are restored.
 */
export function moveSeconds(
  { stored, unpacking, opening, filing, writing, staged }: RestorePace,
  bytes: number,
  source: number,
): number {
  const working = source * unpacking + bytes * opening;
  const written = source * writing;
  const moving = staged
    ? bytes * stored + working + written
    : Math.max(bytes * stored, working, written);
  return source * filing + moving;
}
