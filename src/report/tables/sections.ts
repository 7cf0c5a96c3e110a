import type { Table } from './table.ts';

/** Parts of the answers that can be asked for by name, and the tables that belong to each. */
export const SECTIONS = {
  comparison: ['comparison'],
  warnings: ['warnings'],
  assumptions: ['assumptions'],
  workloads: ['workloads'],
  training: ['training', 'training_tiers'],
  objectives: ['objectives'],
  rules: ['rules'],
  schedules: ['schedules', 'by-workload'],
  window: ['window'],
  gaps: ['rpo'],
  cost: ['cost', 'cost-lines'],
  purchases: ['purchases', 'cash'],
  points: ['points', 'retention'],
  checks: ['verification'],
  stores: ['stored', 'stores', 'cartridges'],
  jobs: ['jobs', 'terms'],
  copies: ['copies'],
  restores: ['recovery'],
  disasters: ['annual-loss', 'disasters', 'recoveries', 'restore-order'],
  traffic: ['traffic'],
  defaults: ['defaults'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The name of a part of the answers. */
export type Section = keyof typeof SECTIONS;

/**
 * Makes a filter for tables; without sections it lets all through.
 *
 * @example reportOf(result).strategies[0].tables.filter(inSections(['jobs'])).length // 2
 */
export function inSections(sections: readonly Section[]): (table: Table) => boolean {
  const keys = new Set<string>(sections.flatMap((section) => SECTIONS[section]));
  return ({ key }) => sections.length === 0 || keys.has(key);
}
