import { type Scenario, scenario } from '../scenario.ts';
import { danglingNames } from './references.ts';

/** Sections with named entries, which can be dropped one by one. */
const SECTIONS = ['workloads', 'sites', 'links', 'stores', 'tools', 'strategies', 'training'];

/** Largest scenario that is salvaged: about what people write by hand; more would take long. */
const MOST_ENTRIES = 2000;

/** The valid rest of a scenario, and the sections from which entries were dropped. */
export interface Salvaged {
  readonly scenario: Scenario;
  readonly thinned: ReadonlySet<string>;
}

type Raw = Readonly<Record<string, unknown>>;
type Steps = readonly PropertyKey[];

/**
 * Drops the faulty entries and all entries that refer to them, so that the problems that only show
 * when the scenario is compiled can be reported in the same pass.
 *
 * @param faults steps to each faulty field.
 * @returns undefined if the rest is not a valid scenario.
 */
export function salvage(raw: Raw, faults: readonly Steps[]): Salvaged | undefined {
  const entries = SECTIONS.reduce((sum, name) => sum + Object.keys(Object(raw[name])).length, 0);
  if (entries > MOST_ENTRIES || faults.length > MOST_ENTRIES) return undefined;
  const thinned = new Set<string>();
  let left = raw;
  for (
    let wrong = faults;
    wrong.length > 0;
    wrong = danglingNames(left).map(({ steps }) => steps)
  ) {
    const rest = without(left, wrong, thinned);
    if (!rest) return undefined;
    left = rest;
  }
  const read = scenario.safeParse(left);
  return read.success ? { scenario: read.data, thinned } : undefined;
}

/** Drops the entries or top-level fields that contain a fault; undefined if a section is faulty. */
function without(raw: Raw, faults: readonly Steps[], thinned: Set<string>): Raw | undefined {
  const left: Record<string, unknown> = { ...raw };
  for (const [first, entry] of faults) {
    const section = String(first);
    if (!SECTIONS.includes(section)) delete left[section];
    else if (entry === undefined) return undefined;
    else {
      const { [String(entry)]: _, ...others } = left[section] as Raw;
      left[section] = others;
      thinned.add(section);
    }
  }
  return left;
}
