import type { Checked, Place, Problem } from '../problem.ts';
import { kindOf } from './declare.ts';
import { fromIssues, pathOf } from './from-issue.ts';
import { danglingNames } from './references.ts';
import { type Scenario, scenario } from './scenario.ts';
import { parseSource } from './source.ts';

/** A scenario, and where each of its fields stands in the file. */
export interface ReadScenario {
  readonly scenario: Scenario;
  placeOf(path: string): Place;
}

/**
 * Reads the text of a scenario (YAML or JSON) into base units, or returns every problem in it,
 * each with its place, path and a hint. Pure: the files it names are listed by `scenario/data-files.ts`.
 *
 * @example
 * readScenario('start: 2026-01-05\n…', 'office.yaml') // { ok: true, value: { scenario: { start: … }, placeOf } }
 */
export function readScenario(text: string, file: string): Checked<ReadScenario> {
  const source = parseSource(text, file);
  if (source.problems.length > 0) return { ok: false, problems: source.problems };
  if (typeof source.value !== 'object' || source.value === null || Array.isArray(source.value)) {
    const message = `is not a scenario but ${kindOf(source.value)}`;
    const hint = 'it should hold name, start, workloads, stores and strategies';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  const result = scenario.safeParse(source.value);
  const problems = [
    ...(result.success ? [] : fromIssues(result.error.issues, source)),
    ...danglingNames(source.value as Record<string, unknown>).map(({ steps, ...problem }) => ({
      path: pathOf(steps),
      ...problem,
      place: source.place(steps),
    })),
  ];
  if (!result.success || problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return { ok: true, value: { scenario: result.data, placeOf: source.placeOf } };
}

const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0),
  );
