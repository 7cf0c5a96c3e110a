import type { Scenario } from '../../scenario/scenario.ts';
import type { Operations } from '../plan/operations.ts';
import { definedOnly } from './defined-only.ts';

/**
 * The operations of a scenario as facts; what it does not say is left out.
 *
 * @example
 * operationsOf({ drills: 15_552_000 }) // { drillEvery: 15552000 }
 */
export const operationsOf = (said: Scenario['operations'] = {}): Operations =>
  definedOnly({
    auditTrail: said['audit-trail'],
    drillEvery: said.drills,
    standby: said.standby,
    switchOver: said['switch-over'],
    hotRedundancy: said['hot-redundancy'],
    staffed: said.staffed,
    documentation: said.documentation,
    logs: said.logs,
    segregatedRestore: said['segregated-restore'],
    criticality: said.criticality,
    records: said.records,
    readYearly: said['read-yearly'],
    replaceAt: said['replace-at'],
    recopyEvery: said.recopy,
  });
