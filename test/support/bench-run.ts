import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Measurement, Opening } from '../../src/benchmark/measurement.ts';
import type { Summary } from '../../src/benchmark/summary.ts';
import { main } from '../../src/cli/main.ts';
import { captured } from '../cli/captured.ts';

/** A folder for plans and their work, to be removed by whoever made it. */
export interface BenchFolder {
  readonly path: string;
  readonly work: string;
  /** Writes a plan and gives its path. */
  plan(text: string): string;
  /** `backcast bench` on the plan; arguments follow it. */
  bench(text: string, ...argv: readonly string[]): Promise<Benched>;
  /** All measurements of the newest run, with the opening before them. */
  measurements(): { readonly opening: Opening; readonly lines: readonly Measurement[] };
  remove(): void;
}

/** What a call printed, and its exit code. */
export interface Benched {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What it printed as JSON. */
  summary(): Summary;
}

/** Makes a folder below that for temporary files, or in `parent`. */
export function benchFolder(parent = tmpdir(), path = process.env.PATH): BenchFolder {
  const folder = mkdtempSync(join(parent, 'backcast-bench-'));
  const work = join(folder, 'work');
  const plan = (text: string): string => {
    writeFileSync(join(folder, 'plan.yaml'), text);
    return join(folder, 'plan.yaml');
  };
  return {
    path: folder,
    work,
    plan,
    async bench(text, ...argv) {
      const { host, out, err } = captured({ environment: { PATH: path ?? '' } });
      const code = await main(['bench', plan(text), '--work', work, ...argv], host);
      return { code, out: out(), err: err(), summary: () => JSON.parse(out()) };
    },
    measurements() {
      const name =
        readdirSync(work)
          .filter((one) => one.endsWith('.jsonl'))
          .sort()
          .at(-1) ?? '';
      const [opening, ...lines] = readFileSync(join(work, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line));
      return { opening, lines };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
