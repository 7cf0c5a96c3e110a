import { posix } from 'node:path';
import type { Source } from './import-rule.ts';
import { readSource } from './imports.ts';

/**
 * Finds circles of imports, those of types included: files that can only be understood together.
 * Each is told once, as the way around it.
 *
 * @example
 * circles([{ path: 'a.ts', source: "import './b.ts';" }, { path: 'b.ts', source: "import './a.ts';" }])
 * // ['src/a.ts → src/b.ts → src/a.ts is a circle of imports: …']
 */
export function circles(sources: readonly Source[]): readonly string[] {
  const targets = new Map(sources.map(({ path, source }) => [path, targetsOf(path, source)]));
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const begin = way.indexOf(path);
    if (begin >= 0) {
      found.push(told([...way.slice(begin), path]));
      return;
    }
    if (done.has(path)) return;
    for (const target of targets.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return found;
}

const told = (way: readonly string[]): string =>
  `${way.map((path) => `src/${path}`).join(' → ')} is a circle of imports: move what both sides need into a file of its own`;

const targetsOf = (path: string, source: string): readonly string[] =>
  readSource(source).imports.flatMap(({ specifier }) =>
    specifier?.startsWith('.') ? [posix.join(posix.dirname(path), specifier)] : [],
  );
