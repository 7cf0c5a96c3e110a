import type { Fault } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';

/** A problem with a target, reported at the field that declares it. */
const targetProblem = (target: string, message: string, hint: string): ProblemsFound =>
  new ProblemsFound([{ path: `targets.${target}`, message, hint }]);

/** The target failed; includes its own error text. */
export const unusable = (target: string, { reason }: Fault): ProblemsFound =>
  targetProblem(
    target,
    `cannot be used: ${reason}`,
    'see to the target, or to what the plan says of it',
  );

/** The place already exists. */
export const occupied = (target: string, place: string): ProblemsFound =>
  targetProblem(
    target,
    `${place} is there already and not empty`,
    'a run writes only where it has made the place itself: remove it if you know that nobody needs it',
  );

/** The place lacks the mark of the run that is to be resumed. */
export const unmarked = (target: string, place: string): ProblemsFound =>
  targetProblem(
    target,
    `${place} does not bear the mark of this run`,
    'start the run anew, without --resume',
  );
