import { distance } from 'fastest-levenshtein';

/**
 * The known names that are most like a misspelt one, best first; none where nothing is near.
 * A name is near when at most two in five letters differ, or when one holds the other.
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

/** 0 is equal, 1 has nothing in common; a name that holds the other counts as fairly near. */
function howFar(asked: string, name: string): number {
  const byLetters = distance(asked, name) / Math.max(asked.length, name.length);
  const holds = asked.length >= 3 && name.includes(asked);
  return holds ? Math.min(byLetters, 0.35) : byLetters;
}
