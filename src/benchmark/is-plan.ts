import { parseSource } from '../scenario/reading/source.ts';

/** Whether a text is a plan of real backups rather than a scenario: it has datasets. */
export function isPlan(text: string): boolean {
  // Most texts are told without being parsed.
  if (!text.includes('datasets')) return false;
  const { value } = parseSource(text, '');
  return typeof value === 'object' && value !== null && 'datasets' in value;
}
