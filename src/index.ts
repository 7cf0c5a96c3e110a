/**
 * backcast as a library: what the command line is made of, without files, clock or terminal.
 *
 * @example
 * import { asText, describe, read, simulate } from 'backcast';
 *
 * const office = read(`
 * start: 2026-01-05
 * workloads: { files: { size: 4 TB } }
 * stores: { disk: { profile: nas/10g } }
 * strategies: { nightly: { incremental: daily at 22:00 } }
 * `);
 * if (!office.ok) throw new Error(office.problems.map(describe).join('\n'));
 * const result = await simulate(office.value);
 * console.log(asText(result));
 */
export type { Loaded } from './library/assemble.ts';
export { type ReadOptions, read } from './library/read.ts';
export { type PlayOptions, simulate } from './library/simulate.ts';
export { type Checked, describe, type Place, type Problem } from './problem.ts';
export { type Answered, diffOf } from './report/diff/between.ts';
export type { Diff } from './report/diff/difference.ts';
export { asCsv } from './report/formats/csv.ts';
export { asDetails, type DetailsOptions } from './report/formats/details-text.ts';
export { asJson } from './report/formats/json.ts';
export { asMarkdown } from './report/formats/markdown.ts';
export { asText, type TextOptions } from './report/formats/text.ts';
export type { Result, StrategyResult } from './report/result/result.ts';
