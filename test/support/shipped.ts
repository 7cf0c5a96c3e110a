import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { main } from '../../src/cli/main.ts';
import { type PrintedResult, result } from '../../src/report/result/result.ts';
import { captured } from '../cli/captured.ts';

/** What differs from a scenario that ships, by path; undefined takes a field out. */
export type Edits = Readonly<Record<string, unknown>>;

/**
 * What `backcast simulate - --json` says of a scenario that ships, or of one derived from it.
 *
 * @param edits values by path, such as `links.wan.live`; names with a point are none of ours.
 * @param argv further arguments, such as `--trials`.
 * @throws with what was printed where the program finds problems; 3, that no strategy meets every
 *   objective, is an answer.
 * @example await shipped('finance', { horizon: '1 day', 'links.wan.live': 1 })
 */
export async function shipped(
  name: string,
  edits: Edits = {},
  argv: readonly string[] = [],
): Promise<PrintedResult> {
  const url = new URL(`../../scenarios/${name}.yaml`, import.meta.url);
  const document = parseDocument(readFileSync(url, 'utf8'));
  for (const [path, value] of Object.entries(edits)) {
    if (value === undefined) document.deleteIn(path.split('.'));
    else document.setIn(path.split('.'), document.createNode(value));
  }
  const text = JSON.stringify(document.toJS());
  const { host, out, err } = captured();
  const stdin = {
    read: async () => ({ ok: true as const, value: new TextEncoder().encode(text) }),
  };
  const code = await main(['simulate', '-', '--json', ...argv], { ...host, stdin });
  if (code !== 0 && code !== 3) throw new Error(`exit code ${code}: ${err()}${out()}`);
  return result.parse(JSON.parse(out()));
}

const found = <T>(one: T | undefined, what: string): T => {
  if (one === undefined) throw new Error(`the result has no ${what}`);
  return one;
};

/** What a result says of a strategy: the one that is named, or the only one. */
export function planned({ strategies }: PrintedResult, name = strategies[0]?.name) {
  const strategy = found(
    strategies.find((one) => one.name === name),
    `strategy ${name}`,
  );
  return {
    ...strategy,
    /** The jobs of a level, of the workload that is named or of the first. */
    jobsAt: (level: string, workload?: string) =>
      found(
        strategy.jobs.find(
          (job) => job.level === level && (workload === undefined || job.workload === workload),
        ),
        `job ${level} ${workload ?? ''}`,
      ),
    newest: () => found(strategy.recovery.newest ?? undefined, 'restore'),
    objective: (one: string) =>
      found(
        strategy.objectives.find(({ name: each, rule }) => each === one || rule === one),
        `objective ${one}`,
      ),
    rule: (one: string) =>
      found(
        strategy.rules.find(({ rule }) => rule === one),
        `rule ${one}`,
      ),
    disaster: (one: string) =>
      found(
        strategy.disasters.find(({ disaster }) => disaster === one),
        `disaster ${one}`,
      ),
    library: (one: string) =>
      found(
        strategy.cartridges.find(({ store }) => store === one),
        `library ${one}`,
      ),
    /** Money a year on one line of the costs; 0 where there is none. */
    paid: (line: string, store: string): number =>
      strategy.cost?.lines.find((one) => one.line === line && one.store === store)?.perYear.mean ??
      0,
  };
}
