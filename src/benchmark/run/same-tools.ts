import { type Problem, ProblemsFound } from '../../problem.ts';
import type { Opening } from '../measurement.ts';

type Tools = Opening['tools'];

/**
 * Refuses to resume a run with other tools than it began with: its measurements are about those
 * tools, and a series added later would not find its dataset in the generation it starts with.
 *
 * @throws ProblemsFound with every tool that is missing, new or of another version.
 */
export function refuseOtherTools(before: Tools, now: Tools): void {
  const problems = [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap(
    (tool): Problem[] => {
      const message = changed(before[tool], now[tool]);
      return message === null ? [] : [{ path: `tools.${tool}`, message, hint: HINT }];
    },
  );
  if (problems.length > 0) throw new ProblemsFound(problems);
}

const HINT = 'bring back what there was, or leave --resume out to begin a new run';

function changed(before: Tools[string] | undefined, now: Tools[string] | undefined): string | null {
  if (!before) return 'was not there when the run began';
  if (!now) return 'is no longer there, and the run began with it';
  if (before.version === now.version) return null;
  return `is of version ${now.version}, and was of version ${before.version} when the run began`;
}
