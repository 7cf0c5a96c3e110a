import { parseSource } from '../scenario/reading/source.ts';

/** Whether a text is a plan of real backups rather than a scenario: plans have datasets. */
export function isPlan(text: string): boolean {
  // Decides most texts without parsing.
  if (!text.includes('datasets')) return false;
  const { value } = parseSource(text, '');
  return typeof value === 'object' && value !== null && 'datasets' in value;
}
