import { type Declaration, declarationOf } from '../../src/scenario/docs/declaration.ts';
import { scenario } from '../../src/scenario/scenario.ts';

/** A declared field that is written in a scenario, and where. */
export interface Written {
  /** The declared field, e.g. `workloads.*.size`, whatever the names. */
  readonly field: string;
  readonly steps: readonly (string | number)[];
}

const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every declared field that a scenario writes, found by walking both side by side. */
export function writtenFields(declared: unknown): readonly Written[] {
  const found: Written[] = [];
  walk(declarationOf(scenario), declared, [], '', found);
  return found;
}

function walk(
  declaration: Declaration,
  value: unknown,
  steps: readonly (string | number)[],
  field: string,
  found: Written[],
): void {
  const { content } = declaration;
  if (content.kind === 'choice') {
    for (const option of content.options) walk(option, value, steps, field, found);
  } else if (content.kind === 'fields' && isMapping(value)) {
    for (const { name, declaration: inner } of content.fields) {
      if (!Object.hasOwn(value, name)) continue;
      const path = { field: field === '' ? name : `${field}.${name}`, steps: [...steps, name] };
      if (!found.some((one) => one.field === path.field && same(one.steps, path.steps)))
        found.push(path);
      walk(inner, value[name], path.steps, path.field, found);
    }
  } else if (content.kind === 'named' && isMapping(value)) {
    for (const [name, part] of Object.entries(value)) {
      walk(content.of, part, [...steps, name], `${field}.*`, found);
    }
  } else if (content.kind === 'list' && Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      const of = content.of[index] ?? content.of[0];
      if (of) walk(of, part, [...steps, index], `${field}[]`, found);
    }
  }
}

/** Every optional field that a scenario could write where it writes a mapping, and does not. */
export function leftOutFields(declared: unknown): readonly Written[] {
  const found: Written[] = [];
  const visit = (
    { content }: Declaration,
    value: unknown,
    steps: readonly (string | number)[],
    field: string,
  ): void => {
    if (content.kind === 'choice') {
      const fits = content.options.find((option) => isWrittenAs(option, value));
      if (fits) visit(fits, value, steps, field);
    } else if (content.kind === 'fields' && isMapping(value)) {
      for (const { name, declaration, required } of content.fields) {
        const inner = { field: field === '' ? name : `${field}.${name}`, steps: [...steps, name] };
        if (Object.hasOwn(value, name)) visit(declaration, value[name], inner.steps, inner.field);
        else if (!required) found.push(inner);
      }
    } else if (content.kind === 'named' && isMapping(value)) {
      for (const [name, part] of Object.entries(value)) {
        visit(content.of, part, [...steps, name], `${field}.*`);
      }
    } else if (content.kind === 'list' && Array.isArray(value)) {
      for (const [index, part] of value.entries()) {
        const of = content.of[index] ?? content.of[0];
        if (of) visit(of, part, [...steps, index], `${field}[]`);
      }
    }
  };
  visit(declarationOf(scenario), declared, [], '');
  return found;
}

/** Whether a mapping has the fields that a way of writing it requires. */
const isWrittenAs = ({ content }: Declaration, value: unknown): boolean =>
  content.kind === 'fields' &&
  isMapping(value) &&
  content.fields.every(({ name, required }) => !required || Object.hasOwn(value, name)) &&
  Object.keys(value).every((key) => content.fields.some(({ name }) => name === key));

const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

/** Every declared field, named as in `writtenFields`, with its declaration. */
export function declaredFields(): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>();
  const visit = ({ content }: Declaration, field: string): void => {
    if (content.kind === 'choice') for (const option of content.options) visit(option, field);
    if (content.kind === 'named') visit(content.of, `${field}.*`);
    if (content.kind === 'list') for (const part of content.of) visit(part, `${field}[]`);
    if (content.kind !== 'fields') return;
    for (const { name, declaration } of content.fields) {
      const path = field === '' ? name : `${field}.${name}`;
      found.set(path, declaration);
      visit(declaration, path);
    }
  };
  visit(declarationOf(scenario), '');
  return found;
}
