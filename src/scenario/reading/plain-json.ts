/**
 * The value of a text that is JSON, in a hundredth of the time that the tree of a YAML text takes:
 * scenarios of thousands of workloads are written by programs.
 *
 * @param mostDepth the deepest nesting that is read.
 * @returns undefined where the text is not JSON, has a backslash, or holds what has to be shown in its
 *   place: a key that stands twice in a mapping, one that would not survive in a plain value, too deep a
 *   nesting.
 */
export function plainJson(text: string, mostDepth: number): object | undefined {
  // JSON.parse of Node 24 takes one name for another where they hold backslashes: {"\"": 1, "\"\\": 2}.
  if (text.includes('\\')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  // Of keys that stand twice the value has only one, but the text a colon for each.
  return keysIn(value, mostDepth) === colonsIn(text) ? value : undefined;
}

/** The number of all keys; NaN where one is no name, or they lie too deep. */
function keysIn(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth < 0) return Number.NaN;
  if (Array.isArray(value)) return value.reduce((sum, item) => sum + keysIn(item, depth - 1), 0);
  const entries = Object.entries(value);
  return entries.reduce(
    (sum, [name, item]) => (name === '__proto__' ? Number.NaN : sum + keysIn(item, depth - 1)),
    entries.length,
  );
}

const [QUOTE, COLON] = [34, 58];

/** The colons of a JSON text without backslashes that stand in no string. */
function colonsIn(text: string): number {
  let colons = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) quoted = !quoted;
    else if (code === COLON && !quoted) colons++;
  }
  return colons;
}
