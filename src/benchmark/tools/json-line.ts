/** The object in one line of JSON. */
export type JsonLine = Readonly<Record<string, unknown>>;

/**
 * The last line of a program's output that is a JSON object with the given field values; undefined
 * if there is none. Other lines are ignored.
 *
 * @example
 * jsonLine('saved\n{"kind":"sum","files":3}\n', { kind: 'sum' }) // { kind: 'sum', files: 3 }
 */
export function jsonLine(output: string, having: JsonLine): JsonLine | undefined {
  return jsonLines(output).findLast((line) =>
    Object.entries(having).every(([field, value]) => line[field] === value),
  );
}

/** All lines of a program's output that are JSON objects. */
export function jsonLines(output: string): readonly JsonLine[] {
  return output.split('\n').flatMap((line) => {
    if (!line.startsWith('{')) return [];
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
}
