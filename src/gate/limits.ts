import type { Checked, Problem } from '../problem.ts';
import { kindOf } from '../scenario/language/declare.ts';
import { parseSource } from '../scenario/reading/source.ts';
import { METRIC_NAMES, type MetricName } from './metric.ts';

/** By what share a metric may grow. */
export type Limits = Readonly<Partial<Record<MetricName, number>>>;

/** What is judged where nobody says. */
export const DEFAULT_LIMITS: Limits = { time: 0.1, memory: 0.25, stored: 0.02 };

/**
 * Reads limits as `--max` gives them.
 *
 * @example
 * readLimits('wall=+10%,stored=+2%') // { wall: 0.1, stored: 0.02 }
 */
export function readLimits(text: string): Checked<Limits> {
  const read = text.split(',').map((part): readonly [string, Checked<Limits>] => {
    const [, name = part, growth = ''] = /^([^=]*)=(.*)$/.exec(part.trim()) ?? [];
    return [name.trim(), limitOf(name.trim(), growth)];
  });
  const problems = read.flatMap(([name, limit]) =>
    limit.ok
      ? []
      : limit.problems.map((one) => ({ ...one, message: `--max ${name}: ${one.message}` })),
  );
  const twice = read.find(([name], index) => read.findIndex(([one]) => one === name) < index);
  if (twice)
    problems.push({ path: '', message: `--max names ${twice[0]} twice`, hint: 'drop one' });
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: Object.assign({}, ...read.map(([, limit]) => limit.ok && limit.value)),
  };
}

/**
 * Reads a file of limits: a mapping of metrics, in YAML or JSON.
 *
 * @example
 * readLimitsFile('time: +10 %\nstored: +2 %\n', 'limits.yaml') // { time: 0.1, stored: 0.02 }
 */
export function readLimitsFile(text: string, file: string): Checked<Limits> {
  const source = parseSource(text, file, 'write for example "time: +10 %"');
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  const { value } = source;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || Array.isArray(value)) {
    const message = `holds no limits but ${kindOf(value)}`;
    const hint = 'write metrics with their limits, for example "time: +10 %"';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  const read = entries.map(([name, growth]) => [name, limitOf(name, String(growth))] as const);
  const problems = read.flatMap(([name, limit]): Problem[] =>
    limit.ok
      ? []
      : limit.problems.map((one) => ({ ...one, path: name, place: source.place([name]) })),
  );
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    value: Object.assign({}, ...read.map(([, limit]) => limit.ok && limit.value)),
  };
}

/** Ten times as much: limits beyond it limit nothing. */
const MOST = 10;

function limitOf(name: string, growth: string): Checked<Limits> {
  const metric = METRIC_NAMES.find((known) => known === name);
  if (!metric) {
    const hint = `metrics are ${METRIC_NAMES.join(', ')}`;
    return { ok: false, problems: [{ path: '', message: 'is no metric', hint }] };
  }
  const [, amount] = /^\s*\+?(\d+(?:\.\d+)?) ?%\s*$/.exec(growth) ?? [];
  const share = Number(amount) / 100;
  if (share > 0 && share <= MOST) return { ok: true, value: { [metric]: share } };
  const message = `${JSON.stringify(growth)} is no limit`;
  const hint = `write by how much it may grow, above 0 and up to ${MOST * 100} %, such as ${name}=+10%`;
  return { ok: false, problems: [{ path: '', message, hint }] };
}
