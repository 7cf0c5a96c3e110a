import { inOrder, type Place, type Problem } from '../../problem.ts';
import { kindOf } from '../language/declare.ts';
import { type Scenario, scenario } from '../scenario.ts';
import { fromIssues } from './from-issue.ts';
import { pathOf } from './locator.ts';
import { oneForEachCause } from './one-for-each-cause.ts';
import { type Dangling, danglingNames } from './references.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { type Setting, withSettings } from './settings.ts';
import { parseSource, type Source } from './source.ts';
import { type TooMany, tooMany } from './too-many.ts';

/** A scenario, and the place of each of its fields in the file. */
export interface ReadScenario {
  readonly scenario: Scenario;
  /** The fields as they are written, with what is set. */
  readonly written: unknown;
  placeOf(path: string): Place;
}

/** A scenario, or every problem and what could be salvaged, so that later checks can run on it. */
export type Read =
  | { readonly ok: true; readonly value: ReadScenario }
  | {
      readonly ok: false;
      readonly problems: readonly Problem[];
      readonly rest?: ReadScenario & Pick<Salvaged, 'thinned'>;
    };

/**
 * Parses a scenario (YAML or JSON) to base units. Pure: `data-files.ts` lists the files it names.
 *
 * @param settings fields that take the place of those of the file.
 * @returns the scenario, or every problem with place, path and hint.
 *
 * @example
 * readScenario('start: 2026-01-05\n…', 'office.yaml') // { ok: true, value: { scenario: { start: … }, placeOf } }
 */
export function readScenario(text: string, file: string, settings: readonly Setting[] = []): Read {
  const parsed = parseSource(text, file);
  if (parsed.problems.length > 0) return { ok: false, problems: parsed.problems };
  const set = withSettings(parsed.value, settings);
  if (!set.ok) return { ok: false, problems: set.problems };
  const source = { ...parsed, value: set.value };
  if (typeof source.value !== 'object' || source.value === null || Array.isArray(source.value)) {
    const message = `is not a scenario but ${kindOf(source.value)}`;
    const hint = 'it should hold name, start, workloads, stores and strategies';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  const raw = source.value as Record<string, unknown>;
  if ('datasets' in raw && !('workloads' in raw)) {
    const message = 'is a plan of real backups, not a scenario';
    const hint = 'run it with "backcast bench"; a scenario has workloads and strategies';
    return { ok: false, problems: [{ path: '', message, hint, place: source.place([]) }] };
  }
  const excess = tooMany(raw);
  if (excess.length > 0) return { ok: false, problems: inOrder(placed(excess, source)) };
  const result = scenario.safeParse(raw);
  const dangling = danglingNames(raw);
  if (result.success && dangling.length === 0) {
    return { ok: true, value: { scenario: result.data, written: raw, placeOf: source.placeOf } };
  }
  const issues = result.error?.issues ?? [];
  const faults = [
    ...issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key])
        : [issue.path],
    ),
    ...dangling.map(({ steps }) => steps),
  ];
  const problems = [...fromIssues(issues, source), ...placed(dangling, source)];
  return {
    ok: false,
    problems: oneForEachCause(raw, { issues, faults, problems }, source),
    ...rest(raw, faults, source),
  };
}

const placed = (faults: readonly (Dangling | TooMany)[], source: Source): Problem[] =>
  faults.map(({ steps, ...problem }) => ({
    path: pathOf(steps),
    ...problem,
    place: source.place(steps),
  }));

function rest(raw: Record<string, unknown>, faults: Parameters<typeof salvage>[1], source: Source) {
  const salvaged = salvage(raw, faults);
  return salvaged ? { rest: { ...salvaged, written: raw, placeOf: source.placeOf } } : {};
}
