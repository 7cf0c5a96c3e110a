import type { RuleFacts } from '../../../src/catalog/rules/rule.ts';

const DAY = 86_400;
const YEAR = 365 * DAY;

/** The facts of a plan that keeps every clause that can be kept. */
export const PERFECT: Required<RuleFacts> = {
  copies: 3,
  media: 2,
  offsite: 1,
  transport: 'realtime',
  localBackup: true,
  lockedCopies: 1,
  immutableFor: 30 * YEAR,
  duplicateOffsite: true,
  unverified: 0,
  checkEvery: DAY,
  fullEvery: DAY,
  batches: 24,
  rpo: 0,
  rto: 600,
  retention: 30 * YEAR,
  accessible: 30 * YEAR,
  objectivesSet: true,
  tapes: 1000,
  readYearly: 200,
  replaceAt: 10,
  recopyEvery: 5 * YEAR,
  drillEvery: 180 * DAY,
  auditTrail: true,
  standby: 'complete',
  switchOver: 'realtime',
  hotRedundancy: true,
  staffed: 'round the clock',
  documentation: 6 * YEAR,
  logs: 180 * DAY,
  segregatedRestore: true,
  criticality: true,
  records: ['outpatient', 'inpatient'],
};
