import type { Fault } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';

/** What stands in the way of a target, as the field of a plan that declares it. */
const targetProblem = (target: string, message: string, hint: string): ProblemsFound =>
  new ProblemsFound([{ path: `targets.${target}`, message, hint }]);

/** A target that did not answer as it should, in its own words. */
export const unusable = (target: string, { reason }: Fault): ProblemsFound =>
  targetProblem(
    target,
    `cannot be used: ${reason}`,
    'see to the target, or to what the plan says of it',
  );

/** A place that is there already. */
export const occupied = (target: string, place: string): ProblemsFound =>
  targetProblem(
    target,
    `${place} is there already and not empty`,
    'a run writes only where it has made the place itself: remove it if you know that nobody needs it',
  );

/** A place without the mark of the run that wants to go on in it. */
export const unmarked = (target: string, place: string): ProblemsFound =>
  targetProblem(
    target,
    `${place} does not bear the mark of this run`,
    'start the run anew, without --resume',
  );
