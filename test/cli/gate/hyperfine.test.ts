import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from 'simple-statistics';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { recordsText, trainingRecords } from '../../support/gate/records.ts';
import { available } from '../../support/programs/require.ts';
import { captured } from '../captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-hyperfine-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: unknown): string {
  const path = join(folder, `${files++}.json`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function gate(baseline: string, candidate: string, ...argv: readonly string[]) {
  const { host, out, err } = captured();
  const all = ['gate', '--baseline', baseline, '--candidate', candidate, ...argv];
  return { code: await main(all, host), out: out(), err: err() };
}

/** What hyperfine exports of one command, as far as it is read. */
const result = (command: string, memory: readonly number[], codes = [0, 0, 0]) => ({
  ...{ command, times: [1, 3, 2], memory_usage_byte: memory, exit_codes: codes },
});

describe.skipIf(!available('hyperfine', 'exports of hyperfine'))('what hyperfine exports', () => {
  function exported(...argv: readonly string[]): string {
    const path = join(folder, `${files++}.json`);
    const all = ['-N', '--runs', '4', '--export-json', path, ...argv];
    const { status, stderr } = spawnSync('hyperfine', all, { encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return path;
  }

  it('gets an estimate of times and no verdict, command by command', async () => {
    const [was, is] = [exported('true', 'echo'), exported('true', 'echo')];
    const { code, out } = await gate(was, is, '--json');
    expect(code).toBe(4);
    const { judgements, notes } = JSON.parse(out);
    expect(judgements).toMatchObject([
      { scenario: 'true', metric: 'wall', verdict: 'cannot tell', how: 'estimated', pairs: 4 },
      { scenario: 'echo', metric: 'wall', verdict: 'cannot tell', how: 'estimated', pairs: 4 },
    ]);
    const { results } = JSON.parse(readFileSync(was, 'utf8'));
    expect(judgements[0].before).toBeCloseTo(median(results[0].times), 12);
    expect(notes).toEqual([expect.stringContaining('does not say on which machine')]);
  });

  it('compares one command with one, whatever they are called', async () => {
    const { out } = await gate(exported('true'), exported('echo new'), '--json');
    expect(JSON.parse(out).judgements[0].scenario).toBe('true → echo new');
  });

  it('ends with 2 where a run failed', async () => {
    const { code, err } = await gate(exported('true'), exported('-i', 'false'));
    expect(code).toBe(2);
    expect(err).toMatch(/\.json:1:1: holds 4 of 4 runs of false that failed/);
  });
});

describe('an export of hyperfine', () => {
  it('finds twice the memory, and passes the same', async () => {
    const was = file({ results: [result('a', [10, 10, 10])] });
    const twice = file({ results: [result('a', [20, 20, 20])] });
    expect(await gate(was, twice, '--max', 'memory=+25%')).toMatchObject({ code: 3 });
    expect(await gate(was, was, '--max', 'memory=+25%')).toMatchObject({ code: 0 });
  });

  it('is refused where it is broken, lacks a command, or is compared with a run of bench', async () => {
    const was = file({ results: [result('a', [1]), result('b', [1])] });
    const { opening, lines } = trainingRecords();
    const own = file(recordsText(opening, lines));
    const cases: readonly (readonly [string, string, string])[] = [
      [was, file({ results: [] }), 'is no export of hyperfine: results'],
      [was, file({ results: [{ command: 'a' }] }), 'is no export of hyperfine: results.0.times'],
      [was, file({ results: [result('a', [1]), result('a', [1])] }), 'holds a twice'],
      [was, file({ results: [result('a', [1]), result('c', [1])] }), 'holds no whole run of b'],
      [was, own, 'is of hyperfine, and'],
      [own, was, 'is of hyperfine, and'],
      [was, file('{"results":'), 'is not the beginning of measurements'],
    ];
    for (const [baseline, candidate, said] of cases) {
      const { code, out, err } = await gate(baseline, candidate);
      expect(err).toContain(said);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    }
  });

  it('holds no processor time', async () => {
    const was = file({ results: [result('a', [1, 1, 1])] });
    const { code, err } = await gate(was, was, '--max', 'work=+10%');
    expect(code).toBe(2);
    expect(err).toContain('nothing was measured of work');
  });
});
