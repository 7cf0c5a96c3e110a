import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PLAN = `start: 2026-01-05
workloads: { files: { size: 4 TB } }
stores: { disk: { capacity: 30 TB } }
strategies: { nightly: { full: daily at 22:00, keep: { daily: 5 } } }
objectives: { fill: 90 % }
`;

/** Writes a file and gives its path. */
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...argv: readonly string[]) {
  const { host, out, err } = captured();
  return { code: await main(argv, host), out: out(), err: err() };
}

const old = file('old.yaml', PLAN);
const larger = file('larger.yaml', PLAN.replace('4 TB', '8 TB'));

describe('diff', () => {
  it('says what changed between two scenarios, and ends with 3 where a verdict turned', async () => {
    const { code, out } = await run(
      'diff',
      old,
      larger,
      '--json',
      '--fail-on',
      'verdict,peak=+10%',
    );
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      format: 'backcast/diff/1',
      inputs: [{ path: 'workloads.files.size', old: '4 TB', new: '8 TB' }],
      old: { take: 'nightly' },
      new: { take: null },
    });
    expect(JSON.parse(out).failures).toContain('nightly breaks fill');
  });

  it('reads results, and plays a scenario as the result beside it was', async () => {
    const { out: result } = await run('simulate', old, '--json', '--trials', '3', '--seed', '9');
    const path = file('old.json', result);
    const { code, out } = await run('diff', path, old, '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      new: { trials: 3, seed: 9 },
      inputs: null,
      figures: [],
    });
    const against = await run(
      'simulate',
      old,
      '--against',
      path,
      '--set',
      'workloads.files.size=5 TB',
    );
    expect(against.code).toBe(0);
    expect(against.out).toMatch(/\n1 verdict turned, \d answers moved\n$/);
  });

  it('prints Markdown', async () => {
    const { out } = await run('diff', old, larger, '--format', 'markdown');
    expect(out).toMatch(/^# old → larger\n\n\*\*1 input changed, /);
  });

  it.each([
    ['a limit that is none', ['diff', old, larger, '--fail-on', 'costs'], /costs is nothing that/],
    ['another result', ['diff', file('x.json', '{"format": "x"}'), old], /is not a result that/],
    ['a format', ['simulate', old, '--against', old, '--format', 'csv'], /is not written as csv/],
    ['a set', ['simulate', old, '--set', 'stores.dsk.drives=2'], /^--set stores\.dsk\.drives: has/],
    ['a set', ['simulate', old, '--set', 'horizon=3'], /^--set horizon: is not a length of/],
  ])('refuses %s', async (_, argv, message) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
