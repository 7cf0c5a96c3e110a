import type { Problem } from '../../problem.ts';
import { linesOf, placeAt } from './places.ts';

/** Commas and colons, which stand between the values of JSON and of YAML in brackets. */
const SEPARATORS = new Set(',:');
/** Whatever a part of a YAML text may begin or end with. */
const INDICATORS = new Set('\n,:?-[]{}"\'!&*#|>%@`');

/** Most separators of a text: 130 000 workloads with three fields each have a million. */
const MOST_SEPARATORS = 1_500_000;
/** Most indicators of a text that is read as YAML: a tree of more takes seconds, and a gigabyte. */
const MOST_INDICATORS = 400_000;

/** Whether a text has more values than a scenario that can be simulated. */
export const hasTooManyValues = (text: string): boolean =>
  hasMore(text, SEPARATORS, MOST_SEPARATORS);

/** Whether a text is too large for the tree that YAML needs. */
export const isTooLargeForYaml = (text: string): boolean =>
  hasMore(text, INDICATORS, MOST_INDICATORS);

/** Counts the characters of a set, those in quotes as well, without building anything. */
function hasMore(text: string, characters: ReadonlySet<string>, most: number): boolean {
  if (text.length <= most) return false;
  const counts = Uint8Array.from({ length: 128 }, (_, code) =>
    characters.has(String.fromCharCode(code)) ? 1 : 0,
  );
  let left = most;
  for (let i = 0; i < text.length && left >= 0; i++) left -= counts[text.charCodeAt(i)] ?? 0;
  return left < 0;
}

/** What to do with a text that is too large for YAML; of JSON with a fault, where that is. */
export function tooLargeForYaml(text: string, file: string): Problem {
  const message = 'is too large to be read as YAML';
  const isJson = /^\s*[{[]/.test(text);
  const hint = isJson
    ? 'write JSON without backslashes and with each key once, which is read faster'
    : 'write it as JSON, which is read faster';
  const start: Problem = { path: '', message, hint, place: { file, line: 1, column: 1 } };
  if (!isJson) return start;
  try {
    JSON.parse(text);
    return start;
  } catch (error) {
    const offset = Number(/at position (\d+)/.exec(String(error))?.[1] ?? text.length);
    return {
      path: '',
      message: 'is not JSON, and too large to be read as YAML',
      hint: 'check commas, quotes and brackets before this place',
      place: placeAt(linesOf(text), file, offset),
    };
  }
}
