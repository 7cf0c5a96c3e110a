import { z } from 'zod';
import { opening } from '../../benchmark/measurement.ts';
import { count, seconds, size } from '../../benchmark/records/base-units.ts';
import { CLOCKS, PHASES } from '../metric.ts';
import type { Reading } from '../reading.ts';
import type { OwnRecords, Records } from '../records.ts';
import { machineClass } from './machine-class.ts';

/** Version of the files of a baseline store. */
const BASELINE_FORMAT = 'backcast/baseline/1';

/** First line of a file of a baseline store: which run of what it is, and where. */
export const baselineHead = z.object({
  format: z.literal(BASELINE_FORMAT),
  branch: z.string().min(1),
  commit: z.string().nullable().describe('what was measured, in the words of whoever added it'),
  class: z.string().describe('of the machine, as its folder is called'),
  began: z.string().describe('when its first step began: ISO 8601, UTC'),
  run: z.string(),
  backcast: z.string(),
  plan: opening.shape.plan,
  scale: z.record(z.string(), z.number().positive()),
  tools: opening.shape.tools,
  machine: opening.shape.machine,
});

const times = z.object(
  Object.fromEntries(CLOCKS.map((clock) => [clock, seconds.nullable()])) as Record<
    (typeof CLOCKS)[number],
    z.ZodNullable<typeof seconds>
  >,
);

/** All further lines: what one series of one repetition took. */
export const storedReading = z.object({
  series: z.string().describe('dataset, tool and target'),
  repetition: count,
  began: z.string().describe('ISO 8601, UTC'),
  steps: z.array(z.string()),
  faults: z.array(z.string()).describe('why it must not be compared'),
  times: z.object(
    Object.fromEntries(PHASES.map((phase) => [phase, times.nullable()])) as Record<
      (typeof PHASES)[number],
      z.ZodNullable<typeof times>
    >,
  ),
  amounts: z.object({
    ...{ memory: size.nullable(), stored: size.nullable() },
    ...{ sent: size.nullable(), objects: size.nullable() },
    requests: size.nullable().optional().describe('left out where nothing counted them'),
  }),
});

/** See `baselineHead`. */
export type BaselineHead = z.output<typeof baselineHead>;

/** A run of a baseline store. */
export interface Baseline {
  readonly head: BaselineHead;
  readonly readings: Records['readings'];
}

/** Makes a run of the store of records; `backcast` is the version that measured it. */
export function baselineOf(
  { about, readings }: OwnRecords,
  { branch, commit, backcast }: Pick<BaselineHead, 'branch' | 'commit' | 'backcast'>,
): Baseline {
  const { run, plan, scale, tools, machine } = about;
  const began = [...readings.values()].flat().map((one) => one.began);
  const head: BaselineHead = {
    ...{ format: BASELINE_FORMAT, branch, commit, class: machineClass(machine) },
    ...{ began: began.sort()[0] ?? '', run, backcast, plan, scale, tools, machine },
  };
  return { head, readings };
}

/** A run of the store as text: a line of JSON for the run, then one for each reading. */
export function baselineText({ head, readings }: Baseline): string {
  const rows = [...readings].flatMap(([series, all]) =>
    all.map(({ repetition, began, amounts, ...reading }) => ({
      ...{ series, repetition, began, ...reading },
      amounts: asStored(amounts),
    })),
  );
  return [head, ...rows].map((row) => `${JSON.stringify(row)}\n`).join('');
}

/**
 * Amounts as they stand in a file. Runs of which nobody counted requests look as they did before there
 * were any, since the name of a file follows from what is in it.
 */
function asStored({ requests, ...amounts }: Reading['amounts']) {
  return requests === null ? amounts : { ...amounts, requests };
}

/** A run of a baseline store, or the number of the first line that is none of its. */
export function parseBaseline(
  text: string,
): { readonly value: Baseline } | { readonly line: number } {
  const [first, ...rest] = text.split('\n');
  const head = baselineHead.safeParse(parsed(first));
  if (!head.success) return { line: 1 };
  const readings = new Map<string, Reading[]>();
  for (const [index, line] of rest.entries()) {
    // What is written ends in a line break; nothing stands after it.
    if (line === '' && index === rest.length - 1) continue;
    const row = storedReading.safeParse(parsed(line));
    if (!row.success) return { line: index + 2 };
    const { series, amounts, ...reading } = row.data;
    const read = { ...reading, amounts: { ...amounts, requests: amounts.requests ?? null } };
    readings.set(series, [...(readings.get(series) ?? []), read]);
  }
  return { value: { head: head.data, readings } };
}

function parsed(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}
