type Raw = Readonly<Record<string, unknown>>;
type Steps = readonly PropertyKey[];
type Names = readonly string[] | null;

interface Found {
  check(steps: Steps, value: unknown, known: Names, what: string): void;
  report(steps: Steps, message: string, hint: string): void;
}

/**
 * Checks the places that a strategy, or what it says of one workload, names: where backups, copies,
 * logs and replicas go, and where data are restored. Works on the plain value, as `references.ts`
 * does.
 *
 * @param at the steps to the strategy or to the override.
 * @param known the names there are; null where the section is no mapping.
 */
export function checkPlaces(
  at: Steps,
  terms: Raw,
  { stores, sites }: { readonly stores: Names; readonly sites: Names },
  { check, report }: Found,
): void {
  const place = (steps: Steps, value: unknown): void =>
    check([...at, ...steps], value, stores, 'store');
  place(['to'], terms.to);
  place(['log', 'to'], mapping(terms.log).to);
  place(['replicate', 'to'], mapping(terms.replicate).to);
  check([...at, 'restore', 'at'], mapping(terms.restore).at, sites, 'site');
  const copies = Array.isArray(terms.copies) ? terms.copies : [];
  for (const [index, one] of copies.entries()) {
    const copy = mapping(one);
    place(['copies', index, 'to'], copy.to);
    place(['copies', index, 'from'], copy.from);
    if (copy.after === undefined || copy.on === undefined) continue;
    const steps = [...at, 'copies', index, 'after'];
    report(steps, 'stands beside on', 'write after, to copy each point, or on, to copy by dates');
  }
}

const mapping = (value: unknown): Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Raw) : {};
