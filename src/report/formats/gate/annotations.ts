import type { Case } from './case.ts';

/** GitHub shows no more of a kind for one step. */
const MOST = 10;

/**
 * Writes what did not pass as commands that GitHub shows beside a change: failures as errors, what
 * cannot be told as warnings; ten lines at most.
 *
 * @example
 * annotations([{ group: 'office', name: 'time', state: 'failed', message: 'slower: +15 %' }])
 * // '::error title=office time::slower: +15 %25\n'
 */
export function annotations(cases: readonly Case[]): string {
  const shown = [
    ...cases.filter(({ state }) => state === 'failed').map((one) => line('error', one)),
    ...cases.filter(({ state }) => state === 'unclear').map((one) => line('warning', one)),
  ];
  const left = shown.length - MOST;
  const lines =
    left <= 0
      ? shown
      : [
          ...shown.slice(0, MOST - 1),
          `::warning title=backcast gate::and ${left + 1} more: see the summary`,
        ];
  return lines.map((one) => `${one}\n`).join('');
}

const line = (kind: 'error' | 'warning', { group, name, message }: Case): string =>
  `::${kind} title=${property(`${group} ${name}`)}::${data(message)}`;

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
