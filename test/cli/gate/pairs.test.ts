import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { gateOutcome } from '../../../src/gate/outcome.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { captured } from '../captured.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

/** A backup of whole copies, by a program that stores so many bytes more beside each. */
const copier = (program: string): string => `
    command:
      backup: [${program}, '{source}', '{target}/{point}']
      restore: [cp, -a, '{target}/{point}/.', '{into}']`;

function script(name: string, more: number): string {
  const path = join(folder.path, name);
  mkdirSync(join(path, '..'), { recursive: true });
  const lines = [
    '#!/bin/sh',
    'set -e',
    'cp -a "$1/." "$2"',
    `head -c ${more} /dev/zero > "$2.more"`,
  ];
  writeFileSync(path, `${lines.join('\n')}\n`, { mode: 0o755 });
  return path;
}

const planOf = (tools: string): string => `
datasets: { few: { files: 10, size: { median: 10000 B, sigma: 0 } } }
tools:${tools}
levels: [full]
restore: [newest]
check: false
`;

async function gate(plan: string, ...argv: readonly string[]) {
  const { host, out, err } = captured({ environment: { PATH: process.env.PATH ?? '' } });
  const all = ['gate', '--plan', folder.plan(plan), '--work', folder.work, ...argv];
  return { code: await main(all, host), out: out(), err: err() };
}

const two = (was: string, is: string): string =>
  planOf(`
  was: ${copier(was)}
  is: ${copier(is)}`);

describe('gate of pairs', () => {
  it('finds three per cent more stored, of two tools of a plan, by five pairs', async () => {
    const plan = two(script('was', 0), script('is', 3000));
    const sides = ['--before', 'was', '--after', 'is', '--json'];
    const { code, out } = await gate(plan, ...sides, '--max', 'stored=+2%');
    expect(code).toBe(3);
    const outcome = gateOutcome.parse(JSON.parse(out));
    expect(outcome).toMatchObject({ verdict: 'fail', from: 'pairs' });
    expect(outcome.judgements).toMatchObject([
      {
        scenario: 'few/was-to-is/disk',
        metric: 'stored',
        verdict: 'worse',
        how: 'exact',
        pairs: 5,
      },
    ]);
    expect(outcome.judgements[0]?.ratio).toBeCloseTo(1.03, 3);
    const { opening, lines } = folder.measurements();
    expect(opening.purpose).toBe('gate');
    // The first repetition warms up.
    expect(new Set(lines.map(({ repetition }) => repetition))).toEqual(new Set([1, 2, 3, 4, 5, 6]));
  });

  it('judges pairs again from their file, as they were judged', async () => {
    const plan = two(script('was', 0), script('is', 3000));
    const sides = ['--before', 'was', '--after', 'is', '--max', 'stored=+2%', '--json'];
    const first = await gate(plan, ...sides);
    const { measurements, judgements } = JSON.parse(first.out);
    const again = async (...argv: readonly string[]) => {
      const { host, out, err } = captured();
      const code = await main(['gate', '--pairs', measurements, ...argv], host);
      return { code, out: out(), err: err() };
    };
    const same = await again('--max', 'stored=+2%', '--json');
    expect(same.code).toBe(3);
    const outcome = gateOutcome.parse(JSON.parse(same.out));
    expect(outcome.judgements).toEqual(judgements);
    expect(outcome.notes[0]).toContain('judged again from its file');
    expect((await again('--max', 'stored=+5%')).code).toBe(0);
    const unknown = await again('--max', 'sent=+5%');
    expect(unknown).toMatchObject({ code: 2, out: '' });
    expect((await again('--before', 'was')).err).toContain('--before does nothing here');
    await folder.bench(planOf(`\n  was: ${copier(script('was', 0))}`), '--quiet');
    const { host, err } = captured();
    const newest = readdirSync(folder.work)
      .filter((name) => name.endsWith('.jsonl'))
      .sort()
      .at(-1);
    const own = join(folder.work, newest ?? '');
    expect(await main(['gate', '--pairs', own], host)).toBe(2);
    expect(err()).toContain('holds no pairs but is of backups');
  });

  it('passes a program in place of another that stores as much', async () => {
    const [was, is] = [script('old/copier', 0), script('new/copier', 100)];
    const plan = planOf(`\n  mine: ${copier(was)}`);
    const { code, out } = await gate(plan, '--before', was, '--after', is, '--max', 'stored=+2%');
    expect(out.trimEnd()).toMatch(/PASS: nothing worse of 1 judged$/);
    expect(code).toBe(0);
  });

  it('is no pass where the budget ends it before the first pair', async () => {
    const plan = two(script('was', 0), script('is', 0));
    const sides = ['--before', 'was', '--after', 'is', '--max-pairs', '8'];
    const { code, err } = await gate(plan, ...sides, '--max', 'wall=+10%', '--budget', '0s');
    expect(code).toBe(2);
    expect(err).toContain('no pair of runs came to its end');
  });

  it('ends with 2 where one side fails: broken is not slower', async () => {
    const failing = join(folder.path, 'failing');
    writeFileSync(failing, '#!/bin/sh\nexit 7\n', { mode: 0o755 });
    const plan = two(script('was', 0), failing);
    const sides = ['--before', 'was', '--after', 'is', '--max', 'stored=+2%'];
    const { code, out, err } = await gate(plan, ...sides);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('3 pairs of few/was-to-is/disk failed; first 2/few/was-to-is-after');
    expect(err).toContain('exit code 7');
  });

  it.each([
    [[], 'what is to be compared was not given'],
    [['--aa', '--after', 'is'], '--aa compares what is installed with itself'],
    [['--after', 'none-such'], 'nothing that can be run for a tool of the plan'],
    [['--before', 'was', '--after', 'was'], 'both sides are the same tool'],
    [['--aa', '--max', 'sent=+1%'], 'nothing was measured of sent'],
  ])('refuses %j', async (argv, said) => {
    const { code, out, err } = await gate(two(script('was', 0), script('is', 0)), ...argv);
    expect(err).toContain(said);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});
