import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-gate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN = `start: 2026-01-05
workloads: { files: { size: 4 TB } }
stores: { disk: { capacity: 30 TB } }
strategies: { nightly: { full: daily at 22:00, keep: { daily: 5 } } }
objectives: { fill: 90 % }
`;

async function run(...argv: readonly string[]) {
  const { host, out, err } = captured();
  return { code: await main(argv, host), out: out(), err: err() };
}

/** The result of a scenario, as a file. */
async function result(name: string, text: string, ...argv: readonly string[]): Promise<string> {
  const [plan, path] = [join(folder, `${name}.yaml`), join(folder, `${name}.json`)];
  writeFileSync(plan, text);
  await run('simulate', plan, '--json', '--output', path, ...argv);
  return path;
}

let old = '';
let same = '';
let larger = '';
beforeAll(async () => {
  old = await result('old', PLAN);
  same = await result('same', PLAN);
  larger = await result('larger', PLAN.replace('4 TB', '4.4 TB'));
});

const gate = (now: string, ...argv: readonly string[]) =>
  run('gate', '--plan-result', old, now, ...argv);

describe('gate of plan results', () => {
  it('passes what is the same', async () => {
    expect(await gate(same, '--max', 'peak=+5%')).toMatchObject({ code: 0 });
  });

  it('ends with 3 where a figure moved by more than its limit, and not where by less', async () => {
    const { code, out } = await gate(larger, '--max', 'peak=+5%', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out).failures).toEqual(['nightly: peak +10 %']);
    expect(await gate(larger, '--max', 'peak=+15%')).toMatchObject({ code: 0 });
  });

  it('judges every verdict, whether it is asked for or not', async () => {
    const broken = await result('broken', PLAN.replace('4 TB', '8 TB'));
    const junit = join(folder, 'broken.xml');
    const { code, err } = await gate(broken, '--junit', junit, '--annotations');
    expect(code).toBe(3);
    expect(err).toContain('::error title=');
    expect(readFileSync(junit, 'utf8')).toContain('nightly breaks fill');
  });

  it('fails where a strategy is gone', async () => {
    const both = await result(
      'both',
      PLAN.replace('strategies: {', 'strategies: { weekly: { full: weekly at 22:00 },'),
    );
    const { code, out } = await run('gate', '--plan-result', both, old);
    expect(code).toBe(3);
    expect(out).toContain('weekly is gone');
  });

  it('refuses, with 2, what cannot be compared', async () => {
    const drawn = await result('drawn', PLAN, '--trials', '2');
    const renamed = await result('renamed', PLAN.replace('nightly', 'daily'));
    const cut = join(folder, 'cut.json');
    writeFileSync(cut, readFileSync(old, 'utf8').slice(0, 500));
    for (const [given, said] of [
      [[drawn], 'one result is of 1 trials of seed 1, the other of 2 trials of seed 1'],
      [[renamed], 'the results have no strategy in common'],
      [[cut], 'is no result'],
      [[same, old], '--plan-result takes two files'],
      [[same, '--max', 'peek=+5%'], '--max peek=+5% is nothing that can be judged'],
    ] as const) {
      const { code, out, err } = await gate(given[0], ...given.slice(1));
      expect(err).toContain(said);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    }
  });
});
