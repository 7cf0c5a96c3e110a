type Raw = Readonly<Record<string, unknown>>;
type Steps = readonly PropertyKey[];
type Names = readonly string[] | null;

interface Found {
  check(steps: Steps, value: unknown, known: Names, what: string): void;
  report(steps: Steps, message: string, hint: string): void;
}

/**
 * Checks the stores and sites that a strategy or an override names: targets of backups, copies,
 * logs and replicas, and the site of restores. Works on the raw value, as `references.ts` does.
 *
 * @param at steps to the strategy or override.
 * @param known declared names; null if the section is not a mapping.
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
