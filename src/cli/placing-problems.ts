import { ProblemsFound } from '../problem.ts';
import { parseSource } from '../scenario/reading/source.ts';
import type { Input } from './input.ts';

/**
 * Does something with a file; problems that name a field of it, and were found past its reader, get
 * its place.
 *
 * @throws ProblemsFound as it comes, with the places.
 */
export async function placingProblems<T>(input: Input, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ProblemsFound)) throw error;
    const { placeOf } = parseSource(input.text, input.name);
    throw new ProblemsFound(
      error.problems.map((one) =>
        one.place || one.path === '' ? one : { ...one, place: placeOf(one.path) },
      ),
    );
  }
}
