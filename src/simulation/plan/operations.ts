import type { RuleFacts } from '../../catalog/rules/rule.ts';

/** Facts about staff and procedures that a simulation cannot derive; rules are judged by them. */
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
