import { stringify } from 'yaml';

/**
 * Writes a scenario as declared (plain values: mappings, lists, text, numbers) as YAML. Reading the
 * text gives the same scenario as reading the values as JSON.
 *
 * @example
 * writeScenario({ start: '2026-01-05', horizon: '1 year' }) // 'start: 2026-01-05\nhorizon: 1 year\n'
 */
export const writeScenario = (declared: unknown): string =>
  stringify(declared, { aliasDuplicateObjects: false, lineWidth: 0 });
