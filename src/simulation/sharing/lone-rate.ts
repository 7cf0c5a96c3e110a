import type { FlowSpec } from './flow-spec.ts';
import { ROUNDING, type SharedResource } from './resource.ts';

/** What limits a flow whatever others do; filled in by `limitOf`. */
export interface Limit {
  /** Source bytes a second, and the index in `FlowSpec.stages` of what sets them. */
  rate: number;
  stage: number;
}

/** One for all calls: the inner loop allocates nothing. */
const limit: Limit = { rate: 0, stage: 0 };

/** Core seconds of the tool for a source byte; 0 without a worker. */
export const workOf = ({ worker }: FlowSpec, ratio: number, effort: number): number =>
  worker ? worker.fixed + worker.byRatio * ratio + effort : 0;

/** Source bytes a second that the wire lets a flow have. */
export const wireLimit = ({ wireCap }: FlowSpec, ratio: number): number =>
  ratio > 0 ? wireCap / ratio : Infinity;

/** Units of its i-th resource that a source byte of a flow takes. */
export function weightOf(spec: FlowSpec, i: number, ratio: number, effort: number): number {
  const weight = (spec.fixed[i] as number) + (spec.byRatio[i] as number) * ratio;
  return spec.worker && spec.worker.at === i ? weight + effort : weight;
}

/**
 * The limit of a flow of its own: its cap, its wire cap, the cores that its tool keeps busy. Where the
 * tool does not hide the shorter of work and way, they combine to `(work^p + way^p)^(1/p)` seconds a
 * byte, each by what it would take alone; so sharing with others stays max-min.
 *
 * @returns an object that the next call overwrites.
 */
export function limitOf(
  resources: readonly SharedResource[],
  spec: FlowSpec,
  ratio: number,
  effort: number,
): Limit {
  const wire = wireLimit(spec, ratio);
  limit.rate = Math.min(spec.cap, wire);
  limit.stage = wire < spec.cap ? 1 : 0;
  const { worker } = spec;
  if (!worker) return limit;
  let work = workOf(spec, ratio, effort) / worker.cores;
  if (work * limit.rate > 1) {
    limit.rate = 1 / work;
    limit.stage = spec.stages.length - 1;
  }
  if (worker.combine === Infinity) return limit;
  let way = 1 / Math.min(spec.cap, wire);
  let stage = wire < spec.cap ? 1 : 0;
  for (let i = 0; i < spec.resources.length; i++) {
    const { capacity } = resources[spec.resources[i] as number] as SharedResource;
    const seconds = weightOf(spec, i, ratio, effort) / capacity;
    if (i === worker.at) work = Math.max(work, seconds);
    else if (seconds > way * (1 + ROUNDING)) {
      way = seconds;
      stage = i + 2;
    }
  }
  // Of the shorter by the longer, so that no power overflows.
  const longer = Math.max(work, way);
  if (longer === 0) return limit;
  const p = worker.combine;
  limit.rate = 1 / (longer * (1 + (Math.min(work, way) / longer) ** p) ** (1 / p));
  limit.stage = way > work ? stage : spec.stages.length - 1;
  return limit;
}
