import { format, significant } from '../../units/dimension.ts';
import { DURATION } from '../../units/dimensions.ts';
import type { Missing, RuleFacts } from './rule.ts';

const DAY = 86_400;
const YEAR = 365 * DAY;

/** A fact in words: its name, the format of its value, and the scenario field that gives it. */
interface FactWords {
  readonly what: string;
  readonly reads: 'plain' | 'time' | 'every';
  readonly write: string;
}

const plain = (what: string, write: string): FactWords => ({ what, reads: 'plain', write });
const time = (what: string, write: string): FactWords => ({ what, reads: 'time', write });
const every = (what: string, write: string): FactWords => ({ what, reads: 'every', write });

const POINTS = 'strategies.NAME.incremental, so that there are points';
const SITES = 'sites, and the site of each workload and store';

/** Every fact in words. */
const FACTS: Readonly<Record<keyof RuleFacts, FactWords>> = {
  copies: plain('copies with the original', 'a further store that the strategy copies to'),
  media: plain('kinds of media', 'stores of more than one kind of medium'),
  offsite: plain('copies at another site', SITES),
  transport: plain('transport to another site', SITES),
  localBackup: plain('a backup at the site of the data', SITES),
  lockedCopies: plain('copies immutable or offline', 'a lock for a copy'),
  immutableFor: time('immutable for', 'a lock for a copy'),
  duplicateOffsite: plain('a second backup at another site', SITES),
  unverified: plain('copies not checked in full', 'strategies.NAME.verify: { method: md5 }'),
  checkEvery: every('copies checked', 'strategies.NAME.verify: { method: md5 }'),
  fullEvery: every('full backup', 'strategies.NAME.full: weekly on Sunday at 01:00'),
  batches: plain('transfers to another site a day', SITES),
  rpo: time('longest gap between points', POINTS),
  rto: time('slowest restore', POINTS),
  retention: time('points are kept for', 'strategies.NAME.keep: { yearly: 6 }'),
  accessible: time('points at hand without waiting for', 'strategies.NAME.keep: { yearly: 2 }'),
  objectivesSet: plain('an RPO and an RTO stated', 'objectives: { rpo: 24 h, rto: 4 h }'),
  tapes: plain('tapes', 'a store of tapes'),
  readYearly: plain('tapes read to check in a year', 'operations: { read-yearly: 384 }'),
  replaceAt: plain('errors at which a medium is replaced', 'operations: { replace-at: 10 }'),
  recopyEvery: every('copied to new media', 'operations: { recopy: every 8 years }'),
  drillEvery: every('restore drill', 'operations: { drills: every 6 months }'),
  auditTrail: plain('an audit trail', 'operations: { audit-trail: yes }'),
  standby: plain('equipment standing by', 'operations: { standby: complete }'),
  switchOver: plain('switch-over', 'operations: { switch-over: network }'),
  hotRedundancy: plain('processing runs twice', 'operations: { hot-redundancy: yes }'),
  staffed: plain('staffed', 'operations: { staffed: round the clock }'),
  documentation: time('documentation is kept for', 'operations: { documentation: 6 years }'),
  logs: time('logs are kept for', 'operations: { logs: 6 months }'),
  segregatedRestore: plain(
    'restores on segregated systems',
    'operations: { segregated-restore: yes }',
  ),
  criticality: plain('frequency set by criticality', 'operations: { criticality: yes }'),
  records: plain('classes of records', 'operations: { records: [outpatient, inpatient] }'),
};

/**
 * Formats a fact and its value.
 *
 * @example
 * sayFact('drillEvery', 180 * 86_400) // 'restore drill: every 180 d'
 */
export function sayFact<F extends keyof RuleFacts>(
  fact: F,
  value: NonNullable<RuleFacts[F]>,
): string {
  const { what, reads } = FACTS[fact];
  return `${what}: ${reads === 'plain' ? sayPlain(value) : sayTime(Number(value), reads)}`;
}

function sayPlain(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  // So many of something as no number says: a replica is sent at every moment.
  if (value === Infinity) return 'without a break';
  if (typeof value === 'number') return significant(value, 3);
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : 'none';
  return String(value);
}

function sayTime(seconds: number, reads: 'time' | 'every'): string {
  if (seconds === Infinity) return reads === 'every' ? 'never' : 'without end';
  const long = seconds >= 2 * YEAR;
  const span = long ? `${significant(seconds / YEAR, 3)} years` : format(DURATION, seconds);
  return reads === 'every' ? `every ${span}` : span;
}

/** What to write in a scenario to give a missing fact. */
export const missingFact = (fact: keyof RuleFacts): Missing => {
  const { what, write } = FACTS[fact];
  return { what, write };
};
