import { distance } from 'fastest-levenshtein';

/**
 * Spelling suggestions: the names most similar to a misspelt one, best first; possibly none. A name
 * is similar if at most two in five letters differ, two that changed places counted as one, or if it
 * contains the input.
 *
 * @example
 * nearest('rsnc', ['rsync', 'tar']) // ['rsync']
 */
export function nearest(wrong: string, names: readonly string[], limit = 3): readonly string[] {
  const asked = wrong.trim().toLowerCase();
  if (asked === '' || asked.length > 100) return [];
  return [...new Set(names)]
    .map((name) => ({ name, far: howFar(asked, name.toLowerCase()) }))
    .filter(({ far }) => far <= 0.4)
    .sort((a, b) => a.far - b.far || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** Distance from 0 (equal) to 1; a name that contains the input is at most 0.35 away. */
function howFar(asked: string, name: string): number {
  const byLetters = lettersBetween(asked, name) / Math.max(asked.length, name.length);
  const holds = asked.length >= 3 && name.includes(asked);
  return holds ? Math.min(byLetters, 0.35) : byLetters;
}

/** Letters that differ; two neighbours that changed places are one slip, where each would be one. */
function lettersBetween(asked: string, name: string): number {
  const letters = distance(asked, name);
  // Two letters that changed places differ in two.
  if (letters < 2 || letters > 3) return letters;
  let least = letters;
  for (let at = 0; at + 1 < asked.length; at++) {
    const swapped = `${asked.slice(0, at)}${asked[at + 1]}${asked[at]}${asked.slice(at + 2)}`;
    least = Math.min(least, 1 + distance(swapped, name));
  }
  return least;
}
