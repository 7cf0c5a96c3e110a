import { type ContentClass, contentClass } from '../../catalog/content-classes.ts';
import type { Amount, Change } from '../../scenario/change.ts';
import type { Workload } from '../../scenario/scenario.ts';
import type { Skew } from '../../scenario/skew.ts';
import { format, significant } from '../../units/dimension.ts';
import { FRACTION, SIZE } from '../../units/dimensions.ts';
import { type Bytes, bytes } from '../../units/quantity.ts';
import type { ChangePlan, GrowthPlan, SkewPlan, WorkloadPlan } from '../plan/workload.ts';
import { type CompileLog, cite, noteDefault, noteLeftOut, parameter } from './compile-log.ts';
import { definedOnly } from './defined-only.ts';
import { ofClass } from './of-class.ts';
import { withSize } from './size.ts';
import { reportTooLarge } from './size-limit.ts';
import { instantsOf, type Timeline } from './triggers.ts';

const DAY = 86400;

/** Resolves a workload: defaults from its content class, dates expanded to instants. */
export function resolveWorkload(
  compileLog: CompileLog,
  name: string,
  stated: Workload,
  site: number,
  timeline: Timeline,
): WorkloadPlan {
  const path = `workloads.${name}`;
  const declared = withSize(compileLog, path, stated);
  const content = contentClass(declared.class ?? 'generic') as ContentClass;
  if (declared.class === undefined) {
    noteDefault(compileLog, `${path}.class`, 'generic', 'the neutral class of the catalog');
  }
  const limit = (field: 'read' | 'write') => {
    const rate = declared[field];
    if (rate) return parameter(compileLog, `${path}.${field}`, rate);
    noteDefault(compileLog, `${path}.${field}`, 'not limiting', 'give a rate such as 2 GB/s');
    return null;
  };
  for (const [index, event] of (declared.events ?? []).entries()) {
    noteLeftOut(compileLog, `${path}.events[${index}]`, event, { rewrites: '100 %' });
  }
  const whole = inWholeDays(timeline);
  const events = (declared.events ?? [])
    .flatMap(({ on, rewrites }, index) =>
      instantsOf(compileLog, `${path}.events[${index}].on`, on, whole).map((time) => ({
        time,
        share: rewrites ?? 1,
      })),
    )
    .sort((a, b) => a.time - b.time);
  const { compressibility, duplicates } = content;
  const size = declared.size ?? firstSize(compileLog, declared);
  const workload: WorkloadPlan = {
    name,
    site,
    size: parameter(compileLog, `${path}.size`, size),
    files: declared.files ? parameter(compileLog, `${path}.files`, declared.files) : null,
    fileSize: declared['file-size']?.mean ?? fileSizeOf(compileLog, path, declared, content),
    growth: resolveGrowth(compileLog, path, declared),
    change: resolveChange(compileLog, path, declared, content),
    events: { times: events.map(({ time }) => time), shares: events.map(({ share }) => share) },
    compressibility: declared.compressibility
      ? parameter(compileLog, `${path}.compressibility`, declared.compressibility)
      : ofClass(compileLog, `${path}.compressibility`, content, {
          what: 'compressibility',
          figure: compressibility,
          shown: (value) => significant(value, 3),
        }),
    duplicates: declared.duplicates
      ? parameter(compileLog, `${path}.duplicates`, declared.duplicates)
      : ofClass(compileLog, `${path}.duplicates`, content, {
          what: 'share of duplicates',
          figure: duplicates,
          shown: (value) => format(FRACTION, value),
        }),
    read: limit('read'),
    write: limit('write'),
    priority: declared.priority ?? 100,
    objectives: definedOnly(declared.objectives ?? {}),
  };
  reportTooLarge(compileLog, path, stated, workload, timeline);
  return workload;
}

const firstSize = (compileLog: CompileLog, { change }: Workload) => ({
  kind: 'fixed' as const,
  value: change?.kind === 'series' ? (compileLog.data.series.get(change.file)?.sizes[0] ?? 0) : 0,
});

function fileSizeOf(
  compileLog: CompileLog,
  path: string,
  declared: Workload,
  content: ContentClass,
): Bytes {
  const { meanFileSize } = content;
  if (!declared.files) {
    const source = `class ${content.name}: ${cite(meanFileSize)}`;
    noteDefault(compileLog, `${path}.file-size.mean`, format(SIZE, meanFileSize.value), source);
  }
  return bytes(meanFileSize.value);
}

function resolveGrowth(
  compileLog: CompileLog,
  path: string,
  { growth, change }: Workload,
): GrowthPlan {
  if (!growth) {
    if (change?.kind !== 'series')
      noteDefault(compileLog, `${path}.growth`, 'none', 'none is assumed');
    return { kind: 'none' };
  }
  const rate = parameter(compileLog, `${path}.growth`, growth.rate);
  return growth.kind === 'append'
    ? { kind: 'append', rate }
    : { kind: 'share', rate, period: growth.period };
}

function resolveChange(
  compileLog: CompileLog,
  path: string,
  { change }: Workload,
  content: ContentClass,
): ChangePlan {
  if (!change) return changeOfClass(compileLog, `${path}.change`, content);
  switch (change.kind) {
    case 'series':
      return {
        kind: 'series',
        series: compileLog.data.series.get(change.file) ?? { times: [], sizes: [], changed: [] },
      };
    case 'power law':
      return {
        kind: 'power law',
        points: change.points.map(({ after, amount }, index) => ({
          after,
          ...resolveAmount(compileLog, `${path}.change.measured[${index}].changed`, amount),
        })),
      };
    case 'files':
      return {
        kind: 'files',
        every: change.every,
        files: parameter(compileLog, `${path}.change.files`, change.files),
        within: parameter(compileLog, `${path}.change.within`, change.within),
        unit: change.unit ?? 0,
      };
    case 'rate':
      return resolveRate(compileLog, `${path}.change`, change);
  }
}

function resolveRate(
  compileLog: CompileLog,
  path: string,
  change: Extract<Change, { kind: 'rate' }>,
): ChangePlan {
  noteLeftOut(compileLog, path, change, { skew: 'uniform', unit: 'what the tool sees' });
  return {
    kind: 'rate',
    every: change.every,
    ...resolveAmount(compileLog, `${path}.per-${change.every}`, change.amount),
    skew: resolveSkew(compileLog, `${path}.skew`, change.skew),
    unit: change.unit ?? 0,
  };
}

/** Default number of units for a Zipf skew. */
const UNITS = 20_000;

function resolveSkew(
  compileLog: CompileLog,
  path: string,
  skew: Skew = { kind: 'uniform' },
): SkewPlan {
  if (skew.kind !== 'zipf') return skew;
  noteLeftOut(compileLog, path, { ...skew }, { units: String(UNITS) });
  return { ...skew, units: skew.units ?? UNITS };
}

const resolveAmount = (compileLog: CompileLog, path: string, amount: Amount) => ({
  amount: parameter(compileLog, path, amount.kind === 'share' ? amount.share : amount.bytes),
  inBytes: amount.kind === 'bytes',
});

function changeOfClass(compileLog: CompileLog, path: string, content: ContentClass): ChangePlan {
  const { changePerDay, skew } = content;
  const amount = ofClass(compileLog, `${path}.per-day`, content, {
    what: 'change a day',
    figure: changePerDay,
    shown: (value) => format(FRACTION, value),
  });
  if (skew) {
    const words = `${format(FRACTION, skew.hot.value)} take ${format(FRACTION, skew.takes.value)}`;
    noteDefault(compileLog, `${path}.skew`, words, `class ${content.name}: ${cite(skew.hot)}`);
  }
  return {
    kind: 'rate',
    every: 'day',
    amount,
    inBytes: false,
    skew: skew
      ? { kind: 'hot', hot: skew.hot.value, takes: skew.takes.value }
      : { kind: 'uniform' },
    unit: 0,
  };
}

/**
 * The timeline up to the end of the day that the horizon ends in, that instant included: what a log
 * carries on this day is the same where it goes on.
 */
function inWholeDays(timeline: Timeline): Timeline {
  const days = Math.ceil((timeline.end - timeline.start) / DAY);
  return { ...timeline, end: timeline.start + days * DAY + 1 };
}
