import { z } from 'zod';
import { amount, type FormulaKind, kindOf, share, some } from './formula-kind.ts';
import { cycleBytes, diskPool, keptBytes, windowLoad, withHeadroom } from './formulas/capacity.ts';
import { moveTime, type Stage } from './formulas/pipeline.ts';
import { recoveryTime } from './formulas/recovery-time.ts';
import { stored } from './formulas/reduction.ts';
import { present } from './front-door.ts';

/** A ratio written 2:1 or as a number. */
const ratio = z.union([
  some,
  z
    .string()
    .regex(/^[\d.]+:[\d.]+$/)
    .transform((text) => {
      const [before, after] = text.split(':').map(Number);
      return (before ?? Number.NaN) / (after ?? Number.NaN);
    }),
]);

/** Bytes, in whatever unit, that deduplication and compression leave. */
const left = (bytes: number, dedup: number, compression: number): number =>
  stored({ bytes, duplicates: 1 - 1 / dedup, compressibility: compression, overhead: 0 });

const plainAndDedup = kindOf(
  {
    sourceGB: amount.optional(),
    compression: ratio.default(1),
    dailyIncrements: amount,
    weeklyFulls: amount,
    changedFilesSharePerDay: share.optional(),
    changedDataSharePerDay: share.optional(),
    plainGB: z.strictObject({ full: amount, increment: amount }).optional(),
    dedupGB: z.strictObject({ firstFull: amount, laterFull: amount, increment: amount }).optional(),
  },
  ({ dailyIncrements: increments, weeklyFulls: fulls, ...given }) => {
    const full = (): number => left(present(given.sourceGB, 'sourceGB'), 1, given.compression);
    const changed = (of: 'changedFilesSharePerDay' | 'changedDataSharePerDay'): number =>
      full() * present(given[of], of);
    const plain = given.plainGB ?? {
      full: full(),
      increment: changed('changedFilesSharePerDay'),
    };
    const dedup = given.dedupGB ?? {
      firstFull: full(),
      laterFull: increments * changed('changedDataSharePerDay'),
      increment: changed('changedDataSharePerDay'),
    };
    const plainTotalGB = keptBytes({
      firstFull: plain.full,
      laterFull: plain.full,
      increment: plain.increment,
      fulls,
      increments,
    });
    const dedupTotalGB = keptBytes({ ...dedup, fulls, increments });
    return { plainTotalGB, dedupTotalGB, ratio: plainTotalGB / dedupTotalGB };
  },
);

const datastore = kindOf(
  {
    workloads: amount,
    workloadGB: amount,
    changePerDayShare: share.default(0),
    dailyPoints: amount.default(0),
    weeklyFulls: amount.default(0),
    dedupRatio: ratio.default(1),
    compressionRatio: ratio.default(1),
    headroomShare: amount.default(0),
  },
  (given) => {
    const sourceGB = given.workloads * given.workloadGB;
    const dailyRawGB = sourceGB * given.changePerDayShare * given.dailyPoints;
    const weeklyRawGB = sourceGB * given.weeklyFulls;
    const storedGB = (raw: number): number => left(raw, given.dedupRatio, given.compressionRatio);
    const totalStoredGB = storedGB(dailyRawGB) + storedGB(weeklyRawGB);
    return {
      dailyRawGB,
      dailyStoredGB: storedGB(dailyRawGB),
      weeklyRawGB,
      weeklyStoredGB: storedGB(weeklyRawGB),
      totalStoredGB,
      withHeadroomGB: withHeadroom(totalStoredGB, given.headroomShare),
    };
  },
);

const cyclePool = kindOf(
  {
    clients: z.array(
      z.strictObject({
        count: amount.default(1),
        changedGB: amount,
        compressionSaving: share.default(0),
      }),
    ),
    marginShare: amount.default(0),
  },
  ({ clients, marginShare }) => {
    const all = clients.map(({ count, changedGB, compressionSaving }) => ({
      count,
      bytes: changedGB,
      saving: compressionSaving,
    }));
    return { transferredGB: all.map(cycleBytes), poolGB: diskPool(all, marginShare) };
  },
);

const linkForWindow = kindOf(
  {
    sourceBytes: amount,
    reductionRatio: ratio.default(1),
    changePercent: amount.default(100),
    windowSeconds: some,
  },
  ({ sourceBytes, reductionRatio, changePercent, windowSeconds }) => {
    const { bytes, rate } = windowLoad({
      source: sourceBytes,
      reduction: reductionRatio,
      change: changePercent / 100,
      window: windowSeconds,
    });
    return {
      bytesToSend: bytes,
      bytesPerSecond: rate,
      megabitPerSecond: (rate * 8) / 1e6,
      mebibitPerSecond: (rate * 8) / 2 ** 20,
    };
  },
);

const readAndSend = kindOf(
  { fileMB: amount, diskMBps: some, networkMBps: some },
  ({ fileMB, diskMBps, networkMBps }) => {
    const stages: readonly Stage[] = [
      { name: 'disk', secondsPerByte: 1 / (diskMBps * 1e6) },
      { name: 'network', secondsPerByte: 1 / (networkMBps * 1e6) },
    ];
    return {
      stagedSeconds: moveTime(fileMB * 1e6, stages, 'staged').seconds,
      pipelinedSeconds: moveTime(fileMB * 1e6, stages, 'pipelined').seconds,
    };
  },
);

const restore = kindOf({ sizeTB: amount, rateGBPerHour: some }, ({ sizeTB, rateGBPerHour }) => {
  const stage = { name: 'restore', secondsPerByte: 3600 / (rateGBPerHour * 1e9) };
  return { hours: moveTime(sizeTB * 1e12, [stage], 'pipelined').seconds / 3600 };
});

/** The stages that a recovery can have. */
const STAGES = {
  detectHours: amount.optional(),
  decideHours: amount.optional(),
  provisionHours: amount.optional(),
  thawHours: amount.optional(),
  mountHours: amount.optional(),
  restoreHours: amount.optional(),
  applyHours: amount.optional(),
  verifyHours: amount.optional(),
  validateHours: amount.optional(),
  startHours: amount.optional(),
};

const stagesOfRecovery = kindOf(STAGES, (given) => {
  const stages = Object.entries(given).map(([name, hours = 0]) => ({
    name,
    seconds: hours * 3600,
  }));
  return { rtoHours: recoveryTime(stages).seconds / 3600 };
});

/** Room, windows and the sum of a recovery. */
export const CAPACITY_KINDS: readonly FormulaKind[] = [
  plainAndDedup,
  datastore,
  cyclePool,
  linkForWindow,
  readAndSend,
  restore,
  stagesOfRecovery,
];
