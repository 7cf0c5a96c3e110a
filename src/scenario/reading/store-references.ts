import { CATALOG_NAMES } from '../../catalog/names.ts';

type Raw = Readonly<Record<string, unknown>>;
type Steps = readonly PropertyKey[];
type Names = readonly string[] | null;

interface Found {
  check(steps: Steps, value: unknown, known: Names, what: string): void;
  report(steps: Steps, message: string, hint: string): void;
}

type Kind = 'tape' | 'cloud' | 'other';

/** Fields that exist for one kind of store only. */
const ONLY: Readonly<Record<string, Kind>> = {
  slots: 'tape',
  sets: 'tape',
  multiplex: 'tape',
  region: 'cloud',
  'object-size': 'cloud',
  'part-size': 'cloud',
  prefixes: 'cloud',
  retrieval: 'cloud',
  'thawed-for': 'cloud',
  lifecycle: 'cloud',
};

/** Fields that a kind of store does not have, with the hint. */
const NEVER: Readonly<Record<'tape' | 'cloud', Readonly<Record<string, string>>>> = {
  tape: {
    capacity: 'a library holds its slots: write slots',
    raw: 'a library holds its slots: write slots',
    usable: 'a library holds its slots: write slots, or ceiling',
    jobs: 'its drives limit its jobs: write drives',
    'block-clone': 'nothing that lies on tape can be shared: leave it out',
  },
  cloud: {
    drives: 'an object store has none: leave it out',
    raw: 'write capacity where it may only grow so far',
    usable: 'write capacity where it may only grow so far',
    'block-clone': 'leave it out',
    vault: 'nobody carries its media away: leave it out',
  },
};

const TITLES = { tape: 'a tape library', cloud: 'an object store' } as const;

/**
 * Checks one store: its names are declared, and its fields fit its kind. Works on the raw value, as
 * `references.ts` does.
 *
 * @param known declared names; null if the section is not a mapping.
 */
export function checkStore(
  at: Steps,
  store: Raw,
  { sites, links }: { readonly sites: Names; readonly links: Names },
  { check, report }: Found,
): void {
  check([...at, 'profile'], store.profile, CATALOG_NAMES.store, 'store profile');
  check([...at, 'site'], store.site, sites, 'site');
  check([...at, 'vault', 'site'], mapping(store.vault).site, sites, 'site');
  for (const [index, link] of listed(store.via).entries()) {
    check([...at, 'via', ...(Array.isArray(store.via) ? [index] : [])], link, links, 'link');
  }
  for (const [index, move] of listed(store.lifecycle).entries()) {
    check(
      [...at, 'lifecycle', index, 'to'],
      mapping(move).to,
      CATALOG_NAMES.cloud,
      'storage class',
    );
  }
  if (store.capacity !== undefined && (store.raw !== undefined || store.usable !== undefined)) {
    report(
      [...at, 'capacity'],
      'stands beside raw or usable',
      'give either capacity, or raw and usable',
    );
  }
  const isSized = store.profile !== undefined || (store.raw ?? store.capacity) !== undefined;
  if (store.drives !== undefined && !isSized) {
    const hint = 'give a profile, or raw or capacity of all of them, with read and write';
    report([...at, 'drives'], 'has no profile to multiply', hint);
  }
  const { after, out, 'pick-up': pickUp } = mapping(store.vault);
  if (after !== undefined && (out !== undefined || pickUp !== undefined)) {
    const hint = 'give either pick-up and out, or after for both';
    report([...at, 'vault', 'after'], 'stands beside pick-up or out', hint);
  }
  checkKind(at, store, report);
}

function checkKind(at: Steps, store: Raw, report: Found['report']): void {
  const { profile } = store;
  // The kind of an unknown profile is unknown.
  if (profile !== undefined && !CATALOG_NAMES.store.some((name) => name === profile)) return;
  const kind: Kind = CATALOG_NAMES.tape.some((name) => name === profile)
    ? 'tape'
    : CATALOG_NAMES.cloud.some((name) => name === profile)
      ? 'cloud'
      : 'other';
  const cost = mapping(store.cost);
  for (const [field, own] of Object.entries(ONLY)) {
    if (store[field] === undefined || own === kind || own === 'other') continue;
    const example = own === 'tape' ? 'tape/lto9' : 'cloud/aws-s3-standard';
    const hint = `give it a profile such as ${example}, or leave this out`;
    report([...at, field], `is a field of ${TITLES[own]}, which this is not`, hint);
  }
  if (kind !== 'other') {
    for (const [field, hint] of Object.entries(NEVER[kind])) {
      if (store[field] !== undefined)
        report([...at, field], `is no field of ${TITLES[kind]}`, hint);
    }
  }
  if (cost.cartridge !== undefined && kind !== 'tape') {
    report([...at, 'cost', 'cartridge'], 'is a price of a tape library, which this is not', LEAVE);
  }
  if (cost.courier !== undefined && store.vault === undefined) {
    const hint = 'write vault: { site: NAME } as well, or leave this out';
    report([...at, 'cost', 'courier'], 'is paid only where media are taken to a vault', hint);
  }
}

const LEAVE = 'leave it out';

const isMapping = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapping = (value: unknown): Raw => (isMapping(value) ? value : {});

const listed = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
