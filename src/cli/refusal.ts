import { ProblemsFound } from '../problem.ts';

/**
 * One problem with what was asked for, which stands in no file.
 *
 * @example
 * throw refusal('--json and --format csv ask for two things', 'drop one of them');
 */
export const refusal = (message: string, hint: string): ProblemsFound =>
  new ProblemsFound([{ path: '', message, hint }]);
