import type { Host } from '../../host/host.ts';
import { readData, readPromise } from './data-option.ts';
import type { Data } from './draft.ts';

/** What a person answers. */
export interface Answers {
  readonly data: readonly Data[];
  readonly line: string;
  readonly rpo: readonly (readonly [string, string])[];
  readonly rto: readonly (readonly [string, string])[];
}

/**
 * Asks on a terminal what there is and what is promised; an empty answer takes what stands in brackets.
 * Returns null where nobody can be asked.
 */
export async function askAll(host: Host): Promise<Answers | null> {
  const data: Data[] = [];
  const promises: Record<'rpo' | 'rto', (readonly [string, string])[]> = { rpo: [], rto: [] };
  for (;;) {
    const nth = data.length === 0 ? 'What is to be protected' : 'What else (empty: nothing)';
    const said = await host.ask(`${nth}, such as images=60 TB, 25 %/year, medical-images? `);
    if (said === null) return null;
    if (said.trim() === '' && data.length > 0) break;
    const read = readData(said);
    if (!read) continue;
    data.push(read);
    const rto = await host.ask(`${read.name}: back after a disaster within [3 d]? `);
    promises.rto.push([read.name, rto?.trim() || '3 d']);
  }
  const rpo = await host.ask('Work that may be lost at most [25 h]? ');
  promises.rpo.push(readPromise(rpo?.trim() || '25 h'));
  const line = await host.ask('The line to another place [1 Gbit/s]? ');
  return { data, line: line?.trim() || '1 Gbit/s', ...promises };
}
