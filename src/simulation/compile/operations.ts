import type { Scenario } from '../../scenario/scenario.ts';
import type { Operations } from '../plan/operations.ts';
import { definedOnly } from './defined-only.ts';

/**
 * The operations of a scenario as facts for rules; omitted fields stay absent.
 *
 * @example
 * operationsOf({ drills: 15_552_000 }) // { drillEvery: 15552000 }
 */
export const operationsOf = (declared: Scenario['operations'] = {}): Operations =>
  definedOnly({
    auditTrail: declared['audit-trail'],
    drillEvery: declared.drills,
    standby: declared.standby,
    switchOver: declared['switch-over'],
    hotRedundancy: declared['hot-redundancy'],
    staffed: declared.staffed,
    documentation: declared.documentation,
    logs: declared.logs,
    segregatedRestore: declared['segregated-restore'],
    criticality: declared.criticality,
    records: declared.records,
    readYearly: declared['read-yearly'],
    replaceAt: declared['replace-at'],
    recopyEvery: declared.recopy,
  });
