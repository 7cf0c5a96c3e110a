import type { Grade } from '../sourced.ts';

/** How a copy is transported to another site, from slowest to fastest. */
export const TRANSPORTS = ['none', 'media', 'batch', 'realtime'] as const;
/** Standby equipment, from none to complete. */
export const STANDBYS = ['none', 'site', 'partial', 'complete'] as const;
/** How users are switched to the spare site: not, by switching the network, or seamlessly. */
export const SWITCHES = ['none', 'network', 'realtime'] as const;
/** When staff are on duty. */
export const STAFFINGS = ['none', 'office hours', 'round the clock'] as const;
/** Classes of records that a law treats differently. */
export const RECORD_CLASSES = ['outpatient', 'inpatient'] as const;

/**
 * Facts about a plan by which rules are judged. An absent fact is unknown; `missingFact` says what
 * to write for it. Times are in seconds; Infinity means never, or for `rpo` and `rto` that nothing
 * can be restored.
 *
 * @property copies number of copies, including the original.
 * @property media number of kinds of media (disk, tape, cloud), including the original.
 * @property offsite number of copies at another site than the original.
 * @property transport fastest transport of a copy to another site.
 * @property localBackup whether there is a backup at the site of the original.
 * @property lockedCopies number of copies that are immutable or offline.
 * @property immutableFor seconds for which no kept point can be changed or deleted.
 * @property duplicateOffsite whether two backups hold the records, one of them at another site.
 * @property unverified number of backup copies that are not verified in full.
 * @property checkEvery, drillEvery, fullEvery seconds between checks, restore drills, fulls.
 * @property batches transfers to another site per day.
 * @property rpo, rto seconds: the longest gap between usable points, the longest restore.
 * @property retention seconds that retention reaches back; `accessible`: the part of it that can be
 *   read without waiting for a thaw or a mount.
 * @property objectivesSet whether the plan states an RPO and an RTO.
 * @property tapes, readYearly tapes that hold copies, tapes that are read for checking per year.
 * @property replaceAt number of errors at which a medium is replaced.
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

/** An unknown fact in words, and what to write in the scenario to give it. */
export interface Missing {
  readonly what: string;
  readonly write: string;
}

/** The decision on a clause: what was found, or undecided and what is missing. */
export type Decision =
  | { readonly verdict: 'kept' | 'broken'; readonly found: string }
  | { readonly verdict: 'undecided'; readonly missing: readonly Missing[] };

/** Decides a condition from the known facts. */
export type Test = (facts: RuleFacts) => Decision;

/**
 * One condition of a rule.
 *
 * @property text the condition as a plain sentence, with its number.
 * @property grade of the number, if it differs from that of the rule.
 * @property note what the number leaves out, or where it comes from.
 */
export interface Clause {
  readonly text: string;
  readonly grade?: Grade;
  readonly note?: string;
  readonly decide: Test;
}

/**
 * A regulation or good practice; a plan complies if it keeps every clause.
 *
 * @property name the id as written in a scenario, e.g. `us.sec.17a-4`.
 * @property chinese title in Chinese.
 * @property source what was read; `date`: since when the rule applies, as far as known.
 * @property year of the modelled edition.
 * @property sector whom it applies to.
 * @property clauses in the order in which they are judged.
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
