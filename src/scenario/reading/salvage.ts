import { type Scenario, scenario } from '../scenario.ts';
import { danglingNames } from './references.ts';

/** The sections whose entries are declared one by one. */
const SECTIONS = ['workloads', 'sites', 'links', 'stores', 'tools', 'strategies', 'training'];

/** What people write by hand; more takes its time, and has problems enough as it is. */
const MOST_ENTRIES = 2000;

/** What can still be read of a scenario, and which sections had to be thinned out for it. */
export interface Salvaged {
  readonly scenario: Scenario;
  readonly thinned: ReadonlySet<string>;
}

type Raw = Readonly<Record<string, unknown>>;
type Steps = readonly PropertyKey[];

/**
 * A scenario without its entries at fault and without those that name them, so that problems which
 * only show when parts are put together are found in the same go.
 *
 * @param faults the steps to each field that is wrong.
 * @returns undefined where too little is left.
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

/** Takes out the entries or the single fields that the steps lead into; undefined: whole sections. */
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
