import { stringify } from 'yaml';

/**
 * Writes a scenario as people declare it (plain values: mappings, lists, text, numbers) as YAML.
 * What `readScenario` makes of the text is what it makes of the same values as JSON.
 *
 * @example
 * writeScenario({ start: '2026-01-05', horizon: '1 year' }) // 'start: 2026-01-05\nhorizon: 1 year\n'
 */
export const writeScenario = (declared: unknown): string =>
  stringify(declared, { aliasDuplicateObjects: false, lineWidth: 0 });
