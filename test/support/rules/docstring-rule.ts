import { parseAst } from 'vitest/node';
import type { Source } from './import-rule.ts';

/** As much of a syntax node as this check reads. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly id?: { readonly name?: string } | null;
  /** What stands after `export`; absent or null in a list such as `export { a }`. */
  readonly declaration?: Node | null;
  /** Of a `const`: what it declares. */
  readonly declarations?: readonly Node[];
  /** Of `export { a }`: its names, and where they come from if not from this file. */
  readonly specifiers?: readonly { readonly local: { readonly name?: string } }[];
  readonly source?: unknown;
}

/** A comment that ends right above, with nothing between but remarks to the linter. */
const RIGHT_ABOVE = /\/\*\*(?!\/)((?:(?!\*\/)[\s\S])*)\*\/[ \t]*\n?(?:\/\/.*\n)*$/;

/**
 * Finds what sources export without a docstring right above it: functions, constants, types,
 * interfaces and classes, also those that a list exports further down. What is only handed on from
 * another file has its docstring there. Each breach comes as a sentence with the place and the rule.
 *
 * @throws when a source is not TypeScript.
 *
 * @example
 * withoutDocstring([{ path: 'units/x.ts', source: 'export const a = 1;' }])
 * // ['src/units/x.ts:1 exports a without a docstring: …']
 */
export function withoutDocstring(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, source }) => {
    const { body } = parseAst(source, { lang: 'ts' }) as unknown as { body: readonly Node[] };
    const listed = new Set(body.flatMap(namesInList));
    return body.flatMap((statement) => {
      const exported = isExport(statement)
        ? namesOf(statement.declaration)
        : namesOf(statement).filter((name) => listed.has(name));
      const before = source.slice(0, statement.start);
      if (exported.length === 0 || hasWords(RIGHT_ABOVE.exec(before)?.[1])) return [];
      const line = before.split('\n').length;
      return [
        `src/${path}:${line} exports ${exported.join(', ')} without a docstring: write right above it what it is for, the units of its numbers and what comes of edge cases, in one to three lines (/** … */)`,
      ];
    });
  });
}

const isExport = ({ type }: Node): boolean =>
  type === 'ExportNamedDeclaration' || type === 'ExportDefaultDeclaration';

const namesInList = ({ specifiers = [], type, source }: Node): readonly string[] =>
  type === 'ExportNamedDeclaration' && !source
    ? specifiers.map(({ local }) => local.name ?? '')
    : [];

/** The names that a declaration gives; one without a name of its own counts as `default`. */
function namesOf(declaration: Node | null | undefined): readonly string[] {
  if (!declaration) return [];
  const { declarations, id } = declaration;
  return declarations
    ? declarations.map((each) => each.id?.name ?? 'its parts')
    : [id?.name ?? 'default'];
}

const hasWords = (comment: string | undefined): boolean => /\p{L}/u.test(comment ?? '');
