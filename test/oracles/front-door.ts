import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/host/host.ts';
import { type PrintedResult, result, type StrategyResult } from '../../src/report/result/result.ts';
import { captured } from '../cli/captured.ts';

/** A scenario as it would be written in a file, before anything has read it. */
export type Written = Readonly<Record<string, unknown>>;

/**
 * Runs `backcast simulate - --json` on a scenario, written as JSON to standard input, and gives
 * what it prints. The whole program runs; only the streams are kept in memory.
 *
 * @throws with what was printed when the program does not end well.
 */
export async function simulated(scenario: Written): Promise<PrintedResult> {
  const printed = await printedBy(JSON.stringify(scenario));
  return result.parse(JSON.parse(printed));
}

/** What `simulate - --json` prints for a scenario's text. */
export async function printedBy(text: string): Promise<string> {
  const { host, out, err } = captured();
  const stdin: Host['stdin'] = {
    read: async () => ({ ok: true, value: new TextEncoder().encode(text) }),
  };
  const code = await main(['simulate', '-', '--json'], { ...host, stdin });
  if (code !== 0) throw new Error(`exit code ${code}: ${err()}${out()}`);
  return out();
}

/** What a result says of one strategy. */
export function strategyOf({ strategies }: PrintedResult, name: string): StrategyResult {
  const found = strategies.find((strategy) => strategy.name === name);
  if (!found) throw new Error(`no strategy ${name} in the result`);
  return found;
}

/** A value that must be there; null and undefined are errors. */
export function present<T>(value: T, what: string): NonNullable<T> {
  if (value === null || value === undefined) throw new Error(`the result has no ${what}`);
  return value;
}
