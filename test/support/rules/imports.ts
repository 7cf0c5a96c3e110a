import { parseAst } from 'vitest/node';

/** One import of a source file, in whatever way it is written. */
export interface Import {
  /** What stands between the quotes, or `undefined` for an `import()` of a computed name. */
  readonly specifier: string | undefined;
  /**
   * Whether it vanishes when the types are erased. `import { type A } from '../a.ts'` does not: with
   * verbatimModuleSyntax the module is still loaded.
   */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** A place where a source file reaches for the world outside it. */
export interface Reach {
  /** As the reader knows it, e.g. `Date.now`. */
  readonly name: string;
  readonly line: number;
}

/** What the architecture test wants to know about one source file. */
export interface SourceFacts {
  readonly imports: readonly Import[];
  readonly reaches: readonly Reach[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Globals that only the host may touch. `Date` and `Math` have harmless members, see below. */
const OUTSIDE = new Set([
  'process',
  'globalThis',
  'global',
  'require',
  'console',
  'performance',
  'crypto',
  'fetch',
  'Buffer',
  'Worker',
  'setTimeout',
  'setInterval',
  'setImmediate',
]);

/** Types are no running code: a field called `process` in an interface reaches for nothing. */
const TYPES =
  /^TS(?!AsExpression|SatisfiesExpression|NonNullExpression|TypeAssertion|Instantiation)/;

/**
 * Reads a TypeScript source with a real parser, so that comments, strings and regular expressions
 * that look like imports are not taken for any.
 *
 * @throws when the source is not TypeScript.
 *
 * @example
 * readSource("import type { A } from '../a.ts';")
 * // { imports: [{ specifier: './a.ts', typeOnly: true, line: 1 }], reaches: [] }
 */
export function readSource(source: string): SourceFacts {
  const program = parseAst(source, { lang: 'ts' }) as unknown as Node;
  const lineOf = (node: Node): number => source.slice(0, node.start).split('\n').length;
  const imports: Import[] = [];
  const reaches: Reach[] = [];
  walk(program, undefined, (node) => {
    const found = importOf(node);
    if (found) imports.push({ ...found, line: lineOf(node) });
    return true;
  });
  walk(program, undefined, (node, parent) => {
    if (TYPES.test(node.type)) return false;
    const name = reachOf(node, parent);
    if (name !== undefined) reaches.push({ name, line: lineOf(node) });
    return true;
  });
  return { imports, reaches };
}

type Visit = (node: Node, parent: Node | undefined) => boolean;

function walk(node: Node, parent: Node | undefined, visit: Visit): void {
  if (!visit(node, parent)) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) walk(child, node, visit);
    }
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function importOf(node: Node): Omit<Import, 'line'> | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: textOf(node.source), typeOnly: node.importKind === 'type' };
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      if (!isNode(node.source)) return undefined;
      return { specifier: textOf(node.source), typeOnly: node.exportKind === 'type' };
    case 'ImportExpression':
      return { specifier: textOf(node.source), typeOnly: false };
    case 'TSImportType':
      return { specifier: textOf(node.source), typeOnly: true };
    case 'TSExternalModuleReference':
      return { specifier: textOf(node.expression), typeOnly: false };
    default:
      return undefined;
  }
}

function textOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral') return undefined;
  const [only, ...more] = node.quasis as readonly { readonly value: { readonly cooked: string } }[];
  return more.length === 0 ? only?.value.cooked : undefined;
}

function reachOf(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === 'CallExpression') return clockCall(node);
  if (node.type !== 'Identifier' || isMereName(node, parent)) return undefined;
  const name = String(node.name);
  if (OUTSIDE.has(name)) return name;
  if (name === 'Date') return dateReach(node, parent);
  if (name === 'Math') return memberReach(node, parent, ['random']);
  if (name === 'DateTime') return memberReach(node, parent, ['now']);
  return undefined;
}

/** A key or a property such as `job.process`, which is no use of the global of that name. */
function isMereName(node: Node, parent: Node | undefined): boolean {
  if (!parent) return false;
  if (/^(Import|Export).*Specifier$/.test(parent.type)) return true;
  if (parent.computed === true) return false;
  return parent.property === node || parent.key === node;
}

function dateReach(node: Node, parent: Node | undefined): string | undefined {
  if (parent?.type === 'NewExpression' && parent.callee === node) {
    return (parent.arguments as readonly unknown[]).length > 0 ? undefined : 'new Date()';
  }
  if (parent?.type === 'BinaryExpression' && parent.operator === 'instanceof') return undefined;
  return memberReach(node, parent, ['now']);
}

/** Any use but `Name.member` with a harmless member: an alias or `const { now } = Date` counts. */
function memberReach(
  node: Node,
  parent: Node | undefined,
  barred: readonly string[],
): string | undefined {
  const name = String(node.name);
  if (parent?.type !== 'MemberExpression' || parent.object !== node) return name;
  if (parent.computed === true) return `${name}[...]`;
  const member = isNode(parent.property) ? String(parent.property.name) : '';
  return barred.includes(member) ? `${name}.${member}` : undefined;
}

/** Calls of the calendar libraries that read the clock when their last argument is left out. */
function clockCall(node: Node): string | undefined {
  const callee = node.callee;
  if (!isNode(callee) || callee.type !== 'MemberExpression' || callee.computed === true) {
    return undefined;
  }
  const count = (node.arguments as readonly unknown[]).length;
  const member = isNode(callee.property) ? String(callee.property.name) : '';
  const object = isNode(callee.object) ? String(callee.object.name) : '';
  if (object === 'DateTime' && (member === 'local' || member === 'utc') && count === 0) {
    return `DateTime.${member}()`;
  }
  if (member === 'nextRun' && count === 0) return 'nextRun() without a date';
  if (member === 'nextRuns' && count < 2) return 'nextRuns() without a date';
  return undefined;
}
