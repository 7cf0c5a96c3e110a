import type { z } from 'zod';
import { type Checked, inOrder, type Problem } from '../problem.ts';
import { kindOf } from '../scenario/language/declare.ts';
import { fromIssues } from '../scenario/reading/from-issue.ts';
import { pathOf } from '../scenario/reading/locator.ts';
import { parseSource, type Source } from '../scenario/reading/source.ts';
import type { BenchPlan, DatasetPlan, ToolPlan } from './plan.ts';
import { type DeclaredDataset, planFields } from './plan-fields.ts';

/**
 * Parses a plan (YAML or JSON), or returns all its problems.
 *
 * @param name the plan's name if it does not declare one.
 */
export function readPlan(input: string, file: string, name: string): Checked<BenchPlan> {
  const source = parseSource(input, file, 'start from scenarios/bench-quick.yaml');
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  const { value } = source;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const message = `is not a plan but ${kindOf(value)}`;
    const hint = 'it should hold datasets and tools';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  if ('workloads' in value && !('datasets' in value)) {
    const message = 'is a scenario, not a plan of real backups';
    const hint = 'play it with "backcast simulate"; a plan has datasets and tools';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  const unpassable = zeroBytes(value, [], source);
  if (unpassable.length > 0) return { ok: false, problems: unpassable };
  const names = wrongNames(value, source);
  const read = planFields.safeParse(value);
  if (!read.success || names.length > 0) {
    // Invalid names have already been reported.
    const issues = read.error?.issues.filter(({ code }) => code !== 'invalid_key') ?? [];
    return { ok: false, problems: inOrder([...names, ...fromIssues(issues, source)]) };
  }
  return { ok: true, value: filledIn(read.data, name, settingsIn(value)) };
}

/** Names become folder names on any machine, so only plain characters are allowed. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/**
 * Reports all invalid names. Checked separately, because zod omits them if there are other
 * problems.
 */
function wrongNames(plan: object, source: Source): Problem[] {
  return ['datasets', 'tools', 'targets'].flatMap((section) => {
    const entries = (plan as Readonly<Record<string, unknown>>)[section];
    if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) return [];
    return Object.keys(entries)
      .filter((name) => !PLAIN.test(name))
      .map((name): Problem => {
        const at = [section, name];
        const hint = 'write 1 to 40 letters, digits, "-", "_" and ".", the first a letter or digit';
        return { path: pathOf(at), message: 'is not a plain name', hint, place: source.place(at) };
      });
  });
}

/** Reports texts with a zero byte, which neither paths nor program arguments can contain. */
function zeroBytes(value: unknown, at: readonly PropertyKey[], source: Source): Problem[] {
  if (typeof value === 'string') {
    if (!value.includes('\0')) return [];
    const [message, hint] = ['holds a zero byte', 'leave it out: no path and no program takes it'];
    return [{ path: pathOf(at), message, hint, place: source.place(at) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    zeroBytes(child, [...at, Array.isArray(value) ? Number(key) : key], source),
  );
}

type Written = z.output<typeof planFields>;

function filledIn(
  written: Written,
  name: string,
  settings: (tool: string) => ToolPlan['settings'],
): BenchPlan {
  return {
    name: written.name ?? name,
    note: written.note ?? null,
    seed: written.seed ?? 1,
    datasets: entries(written.datasets).map(([key, declared]) => datasetOf(key, declared)),
    tools: entries(written.tools).map(([key, adapter]) => ({
      name: key,
      adapter,
      settings: settings(key),
    })),
    targets: entries(written.targets ?? { disk: LOCAL }).map(([key, declared]) => ({
      name: key,
      kind: declared.kind,
      limit: declared.limit,
      declared,
    })),
    levels: written.levels ?? ['full', 'unchanged', 'incremental', 'differential'],
    repetitions: written.repetitions ?? 3,
    check: written.check ?? true,
    restore: written.restore ?? ['newest', 'oldest'],
    keep: written.keep ?? null,
    verify: [...new Set(written.verify)],
    least: written.least ?? null,
    cache: written.cache ?? 'warm',
    timeout: written.timeout ?? 3600,
  };
}

/** The settings of a tool as written in the plan. */
const settingsIn =
  (plan: object) =>
  (tool: string): ToolPlan['settings'] =>
    (plan as { tools: Record<string, ToolPlan['settings']> }).tools[tool] ?? {};

const LOCAL = { kind: 'local', limit: null } as const;

/** Entries sorted by name, so that their order in the file has no effect. */
const entries = <T>(map: Readonly<Record<string, T>>): readonly (readonly [string, T])[] =>
  Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));

const datasetOf = (name: string, declared: DeclaredDataset): DatasetPlan =>
  declared.kind === 'directory' || declared.kind === 'snapshots'
    ? { ...declared, name }
    : { kind: 'made', name, recipe: declared };
