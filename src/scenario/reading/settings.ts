import { z } from 'zod';
import { nearest } from '../../catalog/suggest.ts';
import type { Problem } from '../../problem.ts';
import { scenario } from '../scenario.ts';
import { parseSource } from './source.ts';

/**
 * A field that is given beside the file, and takes the place of what stands there.
 *
 * @property path such as `stores.disk.drives` or `strategies.nightly.copies[0].to`.
 * @property text its value as a file would have it.
 */
export interface Setting {
  readonly path: string;
  readonly text: string;
}

/** A scenario as it is written, with what is set in it, or why it cannot be set. */
type Set =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Puts values in the place of fields of a scenario that is parsed and not yet checked. The value is
 * copied along the path: what an alias repeats elsewhere stays as it is.
 *
 * @example
 * withSettings({ horizon: '1 year' }, [{ path: 'horizon', text: '3 years' }])
 * // { ok: true, value: { horizon: '3 years' } }
 */
export function withSettings(written: unknown, settings: readonly Setting[]): Set {
  let value = written;
  const problems: Problem[] = [];
  for (const { path, text } of settings) {
    const source = parseSource(text, path, 'write a value after the =');
    const [fault] = source.problems;
    const set = fault
      ? { problem: { message: fault.message, ...(fault.hint && { hint: fault.hint }) } }
      : put(value, stepsIn(value, path), source.value);
    if ('problem' in set) problems.push({ path, ...set.problem });
    else value = set.value;
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

/** Steps of a path; names may hold dots, so the longest name that is there is taken. */
function stepsIn(root: unknown, path: string): readonly string[] {
  const steps: string[] = [];
  let node = root;
  let rest = path.replaceAll(/\[(\d+)\]/g, '.$1');
  while (rest !== '') {
    const known = isMapping(node) ? Object.keys(node) : [];
    const longest = known
      .filter((name) => rest === name || rest.startsWith(`${name}.`))
      .sort((a, b) => b.length - a.length)[0];
    const step: string = longest ?? rest.split('.', 1)[0] ?? '';
    steps.push(step);
    node = isMapping(node) || Array.isArray(node) ? (node as Tree)[step] : undefined;
    rest = rest.slice(step.length + 1);
  }
  return steps;
}

type Tree = Record<string, unknown>;
type Put =
  | { readonly value: unknown }
  | { readonly problem: { readonly message: string; readonly hint?: string } };

const isMapping = (node: unknown): node is Tree =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

function put(
  node: unknown,
  steps: readonly string[],
  value: unknown,
  before: readonly string[] = [],
): Put {
  const [step, ...rest] = steps;
  if (step === undefined) return { value };
  if (step === '' || step === '__proto__')
    return wrong('is no path', 'write one such as stores.disk.drives');
  if (Array.isArray(node)) {
    const index = Number(step);
    if (!(index < node.length)) {
      return wrong(`leads into a list of ${node.length}`, 'entries are counted from 0');
    }
    const inner = put(node[index], rest, value, [...before, step]);
    return 'problem' in inner ? inner : { value: node.with(index, inner.value) };
  }
  if (!isMapping(node) && node !== undefined && node !== null) {
    return wrong(`leads into ${before.join('.')}, which has no fields`, 'set it as a whole');
  }
  const fields = node ?? {};
  const names = Object.keys(fields);
  if (rest.length > 0 && before.length === 1 && !names.includes(step) && isNamed(before[0])) {
    const [likely] = nearest(step, names, 1);
    const hint = likely ? `did you mean ${likely}?` : `there are ${names.join(', ') || 'none'}`;
    return wrong(`has no ${step} in ${before[0]}`, hint);
  }
  const inner = put(fields[step], rest, value, [...before, step]);
  return 'problem' in inner ? inner : { value: { ...fields, [step]: inner.value } };
}

const wrong = (message: string, hint: string): Put => ({ problem: { message, hint } });

/** Whether entries of a section bear names that a user gives: a new one would be a slip. */
function isNamed(section: string | undefined): boolean {
  let declared: unknown = (scenario.shape as Record<string, unknown>)[section ?? ''];
  while (declared instanceof z.ZodOptional || declared instanceof z.ZodDefault) {
    declared = declared.unwrap();
  }
  return declared instanceof z.ZodRecord;
}
