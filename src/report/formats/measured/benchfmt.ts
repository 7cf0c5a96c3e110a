import type { Measurement } from '../../../benchmark/measurement.ts';
import { visible } from '../../../problem.ts';
import { type MeasuredRun, type MeasuredStep, measuredSteps } from './measured-steps.ts';

const NANOSECONDS = 1e9;

/** What stands in one line, by its unit in the format; amounts say that they do not vary. */
const VALUES: Readonly<Record<string, (line: Measurement) => number | null | undefined>> = {
  'ns/op': ({ usage }) => usage && usage.wall * NANOSECONDS,
  'cpu-ns/op': ({ usage }) =>
    usage && usage.user !== null && usage.system !== null
      ? (usage.user + usage.system) * NANOSECONDS
      : null,
  'peak-RSS-B': ({ usage }) => usage?.peakMemory?.bytes,
  'stored-B': ({ stored }) => stored?.bytes,
  'sent-B': ({ wire }) => wire?.sent,
  'requests/op': ({ requests }) => requests,
};
const EXACT = ['stored-B', 'sent-B', 'requests/op'];

/**
 * Writes runs in the format of Go's benchmarks (https://go.dev/design/14313-benchmark-format), a line
 * for each step of each repetition, as `benchstat` reads it.
 *
 * @example
 * benchfmt(runs)
 * // 'plan: quick\n…\nBenchmarkBackup/dataset=office/tool=tar/target=disk/step=0-full-2 1 40200000 ns/op\n'
 */
export const benchfmt = (runs: readonly MeasuredRun[]): string =>
  [
    ...EXACT.map((unit) => `Unit ${unit} assume=exact better=lower\n`),
    ...runs.map((run) => `\n${written(run)}`),
  ].join('');

function written({ opening, lines }: MeasuredRun): string {
  const { plan, machine, run, backcast } = opening;
  const facts = { plan: plan.name, 'plan-hash': plan.hash, run, backcast, cpu: machine.cpu };
  const more = { cores: machine.cores, os: machine.kernel, 'file-system': machine.fileSystem };
  const versions = Object.entries(opening.tools).map(([name, { version }]) => [
    `tool-${keyPart(name)}`,
    version,
  ]);
  const head = [...Object.entries({ ...facts, ...more }), ...versions].map(
    ([key, value]) => `${key}: ${visible(String(value ?? 'unknown'))}`,
  );
  const rows = measuredSteps({ lines }).flatMap((step) => rowsOf(step, machine.cores));
  return [...head, '', ...rows].map((line) => `${line}\n`).join('');
}

/** Lines of one step. Its name ends in the number of cores, as Go's does: only that is taken off. */
function rowsOf(one: MeasuredStep, cores: number): readonly string[] {
  const { dataset, tool, target, step } = one;
  const parts = Object.entries({ dataset, tool, target, step });
  const named = parts.map(([key, value]) => `/${key}=${field(value)}`).join('');
  const kind = `${one.kind.slice(0, 1).toUpperCase()}${one.kind.slice(1)}`;
  return one.lines.map((line) => {
    const values = Object.entries(VALUES).flatMap(([unit, of]) => {
      const value = of(line);
      return value === null || value === undefined ? [] : [`${number(value)} ${unit}`];
    });
    return [`Benchmark${kind}${named}-${cores}`, '1', ...values].join(' ');
  });
}

/** Nanoseconds and bytes are whole. */
const number = (value: number): string => String(Math.round(value));

/** A name in which nothing ends a field or a part of it. */
const field = (text: string): string => visible(text).replace(/[\s/]/g, '_');

/** Keys have no capitals, spaces or colons. */
const keyPart = (text: string): string => field(text).toLowerCase().replaceAll(':', '_');
