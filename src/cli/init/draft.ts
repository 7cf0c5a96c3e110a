import { stringify } from 'yaml';
import { parse } from '../../units/dimension.ts';
import { RATE, SIZE } from '../../units/dimensions.ts';

/** Data to protect, as a person says it. */
export interface Data {
  readonly name: string;
  readonly size: string;
  /** Such as `25 %/year`; undefined where nothing is known. */
  readonly growth?: string;
  /** A content class of the catalog; undefined for data nothing is known about. */
  readonly kind?: string;
}

/** Promises by workload; those under the empty name hold for all. */
export type Promises = ReadonlyMap<string, string>;

/** What a scenario is drafted from. */
export interface Draft {
  readonly name: string;
  /** The first day, such as 2026-01-05. */
  readonly start: string;
  readonly data: readonly Data[];
  /** Workloads as `observe` has printed them, in place of the data. */
  readonly observed?: Readonly<Record<string, unknown>> | undefined;
  readonly lan: string;
  readonly line: string;
  readonly rpo: Promises;
  readonly rto: Promises;
  /** Path from the file to the JSON Schema of scenarios. */
  readonly schema: string;
}

/** Usable bytes of a group of twelve nearline disks in the catalog. */
const GROUP = 240e12;
/** A drafted store holds so many times the data: growth, and what is kept. */
const ROOM = 3;
/** Three to a terabyte is what a draft takes for data that were observed. */
const UNKNOWN_SIZE = 10e12;

/**
 * Writes a scenario with comments: two places, three candidates, three disasters, and what is promised.
 *
 * @example draftOf({ name: 'hospital', data: [{ name: 'images', size: '60 TB' }], ... })
 */
export function draftOf(draft: Draft): string {
  const { name, start, lan, line, schema } = draft;
  const drives = drivesFor(draft.data);
  return `# yaml-language-server: $schema=${schema}
# A first plan. Play it: backcast simulate FILE. Try what if: --set stores.near.drives=${2 * drives}, or
# backcast sweep FILE --over links.line.rate="1,2,5,10 Gbit/s". Every field: docs/scenario.md.
name: ${scalar(name)}
start: ${start}
horizon: 3 years

# Where things are, and the line between them.
sites: { here: {}, away: {} }
links:
  line: { between: [here, away], rate: ${line}, distance: 30 km }

# What is to be protected. What is not said comes from the class (backcast catalog list class); measure
# your own with: backcast observe DIRECTORY
workloads:
${indented(workloadsOf(draft))}
# Where copies may lie: disks in this building, which are bought by the dozen as they are needed, and the
# same far enough away. The network here carries ${lan}.
stores:
  near:
    profile: disk/nearline-raid6
    site: here
    drives: ${drives}
    read: ${lan}
    write: ${lan}
    ceiling: 85 %
    cost: &growing { expand: 12, lead: 8 weeks }
  far:
    { profile: disk/nearline-raid6, site: away, drives: ${drives}, ceiling: 85 %, cost: *growing }

# The machine that makes backups and restores: restic on eight of its cores, with as many connections.
# With two, as it was measured, it brings back some 336 MB/s.
tools:
  pool: { like: restic, cores: 8, streams: 8 }

# Candidates. All are played; the cheapest that keeps every promise is recommended.
strategies:
  fulls-here:
    to: near
    full: weekly on Saturday at 20:00
    incremental: daily at 22:00
    keep: &keep { daily: 14, weekly: 8, monthly: 12 }
  copy-away:
    tool: pool
    to: near
    incremental: daily at 22:00
    keep: *keep
    copies: [{ to: far }]
  locked-copy-away:
    tool: pool
    to: near
    incremental: daily at 22:00
    keep: *keep
    copies: [{ to: far, lock: 30 d }]

# What may happen, and how often in a year.
disasters:
  slip: { scope: workload, per-year: 2, noticed-after: 4 h }
  # Where machines must be bought first, add provision: 2 d.
  fire: { scope: site here, per-year: 0.01, decide: 2 h }
  ransomware: { scope: everything online and unlocked, per-year: 0.05, dwell: 7 d, decide: 2 h }

# What is promised of all; what is promised of one stands with it.
objectives:
${indented(objectivesOf(draft))}`;
}

const indented = (fields: Readonly<Record<string, unknown>>): string =>
  stringify(fields, {
    flowCollectionPadding: true,
    collectionStyle: 'block',
    lineWidth: 100,
  }).replace(/^(?=.)/gm, '  ');

const scalar = (text: string): string => stringify(text, { lineWidth: 0 }).trimEnd();

function workloadsOf({ data, observed, rpo, rto }: Draft): Readonly<Record<string, unknown>> {
  const own = (name: string) => {
    const objectives = promised(rpo.get(name), rto.get(name));
    return Object.keys(objectives).length > 0 ? { objectives } : {};
  };
  if (observed) {
    const sited = Object.entries(observed).map(([name, fields]) => [
      name,
      { ...(fields as Record<string, unknown>), site: 'here', ...own(name) },
    ]);
    return Object.fromEntries(sited);
  }
  return Object.fromEntries(
    data.map(({ name, size, growth, kind }, index) => [
      name,
      {
        site: 'here',
        size,
        ...(growth !== undefined && { growth }),
        class: kind ?? 'generic',
        priority: index + 1,
        ...own(name),
      },
    ]),
  );
}

function objectivesOf({ rpo, rto }: Draft): Readonly<Record<string, unknown>> {
  return { ...promised(rpo.get('') ?? '25 h', rto.get('')), fill: '85 %' };
}

const promised = (rpo: string | undefined, rto: string | undefined) => ({
  ...(rpo !== undefined && { rpo }),
  ...(rto !== undefined && { rto }),
});

/** Drives of each store: whole groups, of which one is the least. */
function drivesFor(data: readonly Data[]): number {
  const bytes = data.reduce((sum, { size }) => {
    const read = parse(SIZE, size);
    return sum + (read.ok ? read.value : 0);
  }, 0);
  return 12 * Math.max(1, Math.ceil((ROOM * (bytes || UNKNOWN_SIZE)) / GROUP));
}

/** Whether a text is a rate, such as `10 Gbit/s`. */
export const isRate = (text: string): boolean => parse(RATE, text).ok;
