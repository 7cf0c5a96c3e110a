import { type Problem, ProblemsFound } from '../../problem.ts';
import type { Opening } from '../measurement.ts';

type Tools = Opening['tools'];

/**
 * Holds the tools that are there now against those that a run began with: its measurements speak of
 * those, and a series that comes in later would not find the data that it should begin with.
 *
 * @throws ProblemsFound with every tool that is another, has gone or has come.
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
