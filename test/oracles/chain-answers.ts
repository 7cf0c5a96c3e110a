import type { PointResult, StrategyResult } from '../../src/report/result/result.ts';
import type { OracleCase } from './cases.ts';
import { CHAIN, type ChainInputs, chainInputs, chainScenario } from './chain-scenario.ts';
import { present, simulated, strategyOf } from './front-door.ts';
import { type Verdict, verdicts } from './verdict.ts';

const GIB = 2 ** 30;

/** Puts a restore-point-chain case through the front door and holds every expected field. */
export async function runChainCase(one: OracleCase): Promise<readonly Verdict[]> {
  const inputs = chainInputs.parse(one.inputs);
  const { answers, points } = await chainAnswers(inputs);
  const { chainAtPeak, guide, ...expected } = one.expected;
  const rows = pairRows((chainAtPeak ?? []) as readonly Row[], answers.chainAtPeak);
  return [
    ...verdicts(expected, answers, one.tolerance),
    ...(chainAtPeak
      ? verdicts({ chainAtPeak: rows.expected }, { chainAtPeak: rows.actual }, one.tolerance)
      : []),
    ...(guide ? guideVerdicts(guide as Guide, answers, points, one.tolerance) : []),
  ];
}

/** What the result says, under the names that the expected fields have. */
export async function chainAnswers(inputs: ChainInputs) {
  const result = await simulated(chainScenario(inputs));
  const { stored, points } = strategyOf(result, CHAIN);
  const atPeak = present(points.atPeak, 'points at the peak');
  return { points: atPeak, answers: { ...peakOf(stored), chainAtPeak: atPeak.map(rowOf) } };
}

function peakOf(stored: StrategyResult['stored']) {
  const peakRun = present(stored.peakAfterPruneAt.p50, 'peak');
  const [at, workspace] = [stored.peakAfterPrune.mean, stored.workspace.mean];
  return {
    peakDay: peakRun.slice(0, 10),
    peakRun,
    filesAtPeak: stored.files.mean,
    fullsAtPeak: stored.fulls.mean,
    storedAtPeakGiB: at / GIB,
    workspaceGiB: workspace / GIB,
    storedPlusWorkspaceGiB: (at + workspace) / GIB,
    filesOnLastDay: stored.filesAtEnd.mean,
    storedOnLastDayGiB: stored.end.mean / GIB,
  };
}

/** A file of a chain, as the cases write it. */
export interface Row {
  readonly time?: string;
  readonly kind: string;
  readonly sizeGiB: number;
  readonly position?: number;
  readonly keptFor?: number;
  readonly gfs?: Readonly<Record<string, number>>;
  /** the original leaves an old time on this row; only its size and place can be held */
  readonly timeIsLabelOnly?: boolean;
}

const rowOf = ({ time, kind, bytes, position, keptFor, gfs }: PointResult): Row => ({
  time,
  kind,
  sizeGiB: bytes / GIB,
  ...(position !== null && { position }),
  ...(keptFor !== null && { keptFor }),
  ...(Object.keys(gfs).length > 0 && { gfs }),
});

/** Puts both lists in one order, oldest first, and drops the times that are labels only. */
function pairRows(expected: readonly Row[], actual: readonly Row[]) {
  const labels = new Set(
    expected.filter(({ timeIsLabelOnly }) => timeIsLabelOnly).map(({ position }) => position),
  );
  const plain = ({ timeIsLabelOnly: _, time, ...row }: Row): Row =>
    row.position !== undefined && labels.has(row.position)
      ? row
      : { ...row, ...(time && { time }) };
  return {
    expected: [...expected].sort(byPlace).map(plain),
    actual: [...actual].sort(byPlace).map(plain),
  };
}

/** Files without a position (set aside, or open) by time, then the chain by position. */
function byPlace(a: Row, b: Row): number {
  if (a.position !== undefined && b.position !== undefined) return b.position - a.position;
  if (a.position !== undefined || b.position !== undefined)
    return a.position === undefined ? -1 : 1;
  return (a.time ?? '') < (b.time ?? '') ? -1 : 1;
}

/** What a sizing guide counts by hand for the same chain; number for number, GB beside GiB. */
interface Guide {
  readonly incrementGB: number;
  readonly spareGB: number;
  readonly totalGB: number;
}

/**
 * The guide's total is the stored size and its spare room. Where the case allows the total to be
 * off, the hand count of increments may be off by as much.
 */
function guideVerdicts(
  guide: Guide,
  answers: ReturnType<typeof peakOf>,
  points: readonly PointResult[],
  tolerance: OracleCase['tolerance'],
): readonly Verdict[] {
  const isFull = ({ kind }: PointResult): boolean => kind.includes('full');
  const sizeOf = (point: PointResult | undefined): number => (point?.bytes ?? Number.NaN) / GIB;
  const allowed = tolerance['guide.totalGB'];
  const share = typeof allowed === 'object' ? (allowed as { relative: number }).relative : 0;
  const actual = {
    fullGB: sizeOf(points.find(isFull)),
    fulls: answers.fullsAtPeak,
    incrementGB: sizeOf(points.find((point) => !isFull(point))),
    increments: answers.filesAtPeak - answers.fullsAtPeak,
    spareGB: guide.spareGB,
    totalGB: answers.storedAtPeakGiB + guide.spareGB,
  };
  const increments = { absolute: (share * guide.totalGB) / guide.incrementGB };
  return verdicts({ guide }, { guide: actual }, { 'guide.increments': increments, ...tolerance });
}
