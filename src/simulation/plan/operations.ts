import type { RuleFacts } from '../../catalog/rules/rule.ts';

/** What people do and have that no run of a plan can tell; rules are judged by it. */
export type Operations = Pick<
  RuleFacts,
  | 'auditTrail'
  | 'drillEvery'
  | 'standby'
  | 'switchOver'
  | 'hotRedundancy'
  | 'staffed'
  | 'documentation'
  | 'logs'
  | 'segregatedRestore'
  | 'criticality'
  | 'records'
  | 'readYearly'
  | 'replaceAt'
  | 'recopyEvery'
>;
