import type { z } from 'zod';
import { nearest } from '../../catalog/suggest.ts';
import { namesIn } from '../language/declare.ts';
import { scenario } from '../scenario.ts';

type Raw = Readonly<Record<string, unknown>>;
type Steps = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** A field that was meant to be another, or to stand elsewhere, and what is said of it. */
export interface Mending {
  readonly steps: Steps;
  /** Where its value is meant to be. */
  readonly to: Steps;
  readonly message: string;
  readonly hint: string;
}

/** Most fields that are mended: each costs a guess. */
const MOST = 50;

const TOP = Object.keys(scenario.shape);
/** Sections with entries that have names of their own, so that a section may be taken for one. */
const OF_ENTRIES = ['workloads', 'sites', 'links', 'stores', 'tools', 'strategies'];

/**
 * Finds the fields that were meant to be others: misspelt ones, sections that are set in too far, and
 * entries that are not set in. What is wrong only because of them is not told beside them.
 *
 * @param faults steps to each faulty field, of missing ones too.
 * @param isKept whether an unknown key at these steps has a hint of its own.
 */
export function mendingsOf(
  raw: Raw,
  issues: readonly Issue[],
  faults: readonly Steps[],
  isKept: (key: string, path: Steps) => boolean,
): readonly Mending[] {
  const lifted = setInTooFar(raw, faults);
  const indented = notSetIn(raw);
  const others = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? misspelt(raw, issue, faults, isKept) : [],
  );
  const taken = new Set([...lifted, ...indented].map(({ steps }) => String(steps)));
  const isInside = ({ steps }: Mending): boolean =>
    steps.some((_, index) => taken.has(String(steps.slice(0, index + 1))));
  return [...lifted, ...indented, ...others.filter((one) => !isInside(one))].slice(0, MOST);
}

/** Unknown keys beside which there is no field of the name that they come near to. */
function misspelt(
  raw: Raw,
  { keys, path, message }: z.core.$ZodIssueUnrecognizedKeys,
  faults: readonly Steps[],
  isKept: (key: string, path: Steps) => boolean,
): readonly Mending[] {
  const holder = valueAt(raw, path);
  const known = namesIn(message);
  const free = new Set(known.filter((name) => !Object.hasOwn(holder, name)));
  const faulty = new Set(
    faults.flatMap((steps) =>
      steps.length === path.length + 1 && path.every((step, at) => steps[at] === step)
        ? String(steps.at(-1))
        : [],
    ),
  );
  return keys.slice(0, MOST).flatMap((key) => {
    if (isKept(key, path)) return [];
    const isMissing = [...free].filter((name) => faulty.has(name));
    const [name] = [...nearest(key, isMissing, 1), ...nearest(key, known, 1)];
    // Beside a field of that name nobody knows which of both is meant.
    if (name === undefined || !free.has(name)) return [];
    free.delete(name);
    return {
      ...{ steps: [...path, key], to: [...path, name], message: 'is not a field here' },
      hint: `did you mean ${name}? known are ${known.join(', ')}`,
    };
  });
}

/** Sections that stand in another, as its entry, and are faulty there. */
const setInTooFar = (raw: Raw, faults: readonly Steps[]): readonly Mending[] =>
  OF_ENTRIES.flatMap((section) =>
    Object.keys(mapping(raw[section]))
      .filter((name) => TOP.includes(name) && name !== section && raw[name] === undefined)
      .filter((name) => faults.some((steps) => steps[0] === section && steps[1] === name))
      .map((name) => ({
        ...{ steps: [section, name], to: [name], message: 'is a section of its own' },
        hint: `begin its line as that of ${section} begins`,
      })),
  );

/** Entries at the margin below a section that holds nothing. */
function notSetIn(raw: Raw): readonly Mending[] {
  let section: string | undefined;
  return Object.entries(raw).flatMap(([key, value]): readonly Mending[] => {
    if (TOP.includes(key)) section = value === null && OF_ENTRIES.includes(key) ? key : undefined;
    else if (section !== undefined && typeof value === 'object' && value && key !== '__proto__') {
      const hint = `set it in by two spaces, to make it an entry of ${section}`;
      const message = 'is not a field here';
      return [{ steps: [key], to: [section, key], message, hint }];
    }
    return [];
  });
}

/** A scenario with fields where they were meant to be. */
export function mended(raw: Raw, mendings: readonly Mending[]): Raw {
  const whole = structuredClone(raw) as Record<string, unknown>;
  for (const { steps, to } of mendings) {
    const [from, key] = [valueAt(whole, steps.slice(0, -1)), String(steps.at(-1))];
    // An alias of it may have been mended before.
    if (!Object.hasOwn(from, key)) continue;
    const value = from[key];
    delete from[key];
    const [last, holder] = [String(to.at(-1)), to.slice(0, -1)];
    if (holder.length === 1 && whole[String(holder[0])] === null) whole[String(holder[0])] = {};
    valueAt(whole, holder)[last] = value;
  }
  return whole;
}

function valueAt(root: Raw, steps: Steps): Record<string, unknown> {
  let value: unknown = root;
  for (const step of steps) value = Object(value)[step];
  return Object(value);
}

const mapping = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
