import type { Grade } from '../sourced.ts';

/** How a copy comes to another site, from the slowest way to the quickest. */
export const TRANSPORTS = ['none', 'media', 'batch', 'realtime'] as const;
/** What stands ready to take over, from nothing to everything that is needed. */
export const STANDBYS = ['none', 'site', 'partial', 'complete'] as const;
/** How users come to the spare site: not, when the network is switched, or without noticing. */
export const SWITCHES = ['none', 'network', 'realtime'] as const;
/** When people are there to act. */
export const STAFFINGS = ['none', 'office hours', 'round the clock'] as const;
/** Classes of records that one law treats differently. */
export const RECORD_CLASSES = ['outpatient', 'inpatient'] as const;

/**
 * What is known of a plan when rules are judged. A fact that is left out is one that the scenario
 * does not tell; `missingFact` says what to write for it. Times are seconds, Infinity being never, or
 * for `rpo` and `rto` that nothing can be restored.
 *
 * @property copies of the data, the original included.
 * @property media kinds of media among the copies, the original included: disk, tape, cloud.
 * @property offsite copies at another site than the original.
 * @property transport of the copy that reaches another site most quickly.
 * @property localBackup whether a backup lies at the site of the original.
 * @property lockedCopies copies that nobody can change, or that are offline.
 * @property immutableFor seconds in which no kept point can be changed or deleted.
 * @property duplicateOffsite whether two backups hold the records, one of them at another site.
 * @property unverified backup copies that are not checked in full.
 * @property checkEvery, drillEvery, fullEvery seconds between checks, restore drills, fulls.
 * @property batches transfers to another site in a day.
 * @property rpo, rto seconds: the longest gap between usable points, the longest restore.
 * @property retention seconds that the rules of keeping reach back; `accessible` of them without
 *   waiting for a thaw or a mount.
 * @property objectivesSet whether the plan states an RPO and an RTO.
 * @property tapes, readYearly tapes that hold copies, and those that are read to check in a year.
 * @property replaceAt errors at which a medium is replaced.
 * @property recopyEvery seconds after which media are copied to new ones.
 * @property documentation, logs seconds for which they are kept.
 */
export interface RuleFacts {
  readonly copies?: number;
  readonly media?: number;
  readonly offsite?: number;
  readonly transport?: (typeof TRANSPORTS)[number];
  readonly localBackup?: boolean;
  readonly lockedCopies?: number;
  readonly immutableFor?: number;
  readonly duplicateOffsite?: boolean;
  readonly unverified?: number;
  readonly checkEvery?: number;
  readonly fullEvery?: number;
  readonly batches?: number;
  readonly rpo?: number;
  readonly rto?: number;
  readonly retention?: number;
  readonly accessible?: number;
  readonly objectivesSet?: boolean;
  readonly tapes?: number;
  readonly readYearly?: number;
  readonly replaceAt?: number;
  readonly recopyEvery?: number;
  readonly drillEvery?: number;
  readonly auditTrail?: boolean;
  readonly standby?: (typeof STANDBYS)[number];
  readonly switchOver?: (typeof SWITCHES)[number];
  readonly hotRedundancy?: boolean;
  readonly staffed?: (typeof STAFFINGS)[number];
  readonly documentation?: number;
  readonly logs?: number;
  readonly segregatedRestore?: boolean;
  readonly criticality?: boolean;
  readonly records?: readonly (typeof RECORD_CLASSES)[number][];
}

/** Something that the scenario does not tell, and what to write so that it does. */
export interface Missing {
  readonly what: string;
  readonly write: string;
}

/** What becomes of a clause: decided by what was found, or undecided for what is missing. */
export type Decision =
  | { readonly verdict: 'kept' | 'broken'; readonly found: string }
  | { readonly verdict: 'undecided'; readonly missing: readonly Missing[] };

/** Whether a condition holds for what is known. */
export type Test = (facts: RuleFacts) => Decision;

/**
 * One condition of a rule.
 *
 * @property text a plain sentence with its number.
 * @property grade of its number, where it differs from that of the rule.
 * @property note what the number leaves out, or where it is from.
 */
export interface Clause {
  readonly text: string;
  readonly grade?: Grade;
  readonly note?: string;
  readonly decide: Test;
}

/**
 * A regulation or a good practice that a plan keeps when it keeps every clause.
 *
 * @property name the id as written in a scenario, e.g. `us.sec.17a-4`.
 * @property chinese its title in Chinese.
 * @property source what was read; `date` is that from which it holds, as far as it is known.
 * @property year of the edition that is modelled.
 * @property sector whom it binds.
 * @property clauses in the order in which they are judged; a plan must keep them all.
 */
export interface Rule {
  readonly name: string;
  readonly title: string;
  readonly chinese: string;
  readonly source: string;
  readonly date: string;
  readonly year: number;
  readonly grade: Grade;
  readonly sector: string;
  readonly clauses: readonly Clause[];
  readonly notes: readonly string[];
}
