import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { captured } from './captured.ts';

async function simulate(...argv: readonly string[]) {
  const { host, out, err } = captured();
  const code = await main(['simulate', 'scenarios/smallest.yaml', ...argv], host);
  return { code, out: out(), err: err() };
}

describe('simulate', () => {
  it('refuses to print two formats at once, and says what to drop', async () => {
    const { code, out } = await simulate('--json', '--format', 'csv');
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      problems: [
        {
          message: '--json and --format csv ask for two formats',
          hint: 'drop --json to get csv, or --format to get JSON',
        },
      ],
    });
  });

  it('takes --json and --format json for the same', async () => {
    const { out } = await simulate('--json', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ format: 'backcast/result/1' });
  });

  it.each([
    ['a price book that is not there', 'scenarios/none.yaml', /none\.yaml: it does not exist/],
    ['one that is a scenario', 'scenarios/smallest.yaml', /as-of: is missing; .*\n.*currency: is/],
  ])('refuses %s', async (_, file, message) => {
    const { code, err } = await simulate('--prices', file);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it.each(['1000001', '0', '2147483648'])('refuses --trials %s', async (trials) => {
    const { code, err } = await simulate('--trials', trials);
    expect(code).toBe(2);
    expect(err).toContain('is invalid; write a whole number from 1 to 1000000\n');
  });

  it.each(['0', '1025', 'all'])('refuses --workers %s', async (workers) => {
    const { code, err } = await simulate('--workers', workers);
    expect(code).toBe(2);
    expect(err).toContain('write a whole number from 1 to 1024\n');
  });

  it('prints the same with any number of workers', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((workers) => simulate('--trials', '40', '--workers', workers, '--json')),
    );
    expect(JSON.parse(one?.out ?? '')).toMatchObject({ trials: 40 });
    expect(two?.out).toBe(one?.out);
  });
});

describe('a verdict that a planner follows', () => {
  it.each([
    // The disk is restored where the tape, which is there first, would be late.
    ['slower-copy', 0, /Recommended: disk\. It meets every objective; of the 2 that do, it costs/],
    // Data that nothing is left of are not back within any RPO.
    ['nothing-left', 3, /No strategy meets every objective: s misses rpo/],
    // It is good as long as images shrink as the catalog takes them to.
    [
      'default-decides',
      0,
      /No strategy meets every objective if the compressibility of vm-images is 2\.32 instead of 2\.51\./,
    ],
    ['copies-fail', 3, /s misses schedule of the copies in tape/],
    ['window-short', 0, /in 100 % of the nights its jobs do not fit/],
    ['per-workload', 0, /Recommended: second-nas/],
    ['seeding', 0, /Recommended: nightly/],
  ])('of %s is %i', async (name, exit, said) => {
    const { host, out } = captured();
    expect(await main(['simulate', `test/oracles/data/verdict/${name}.yaml`], host)).toBe(exit);
    expect(out().replace(/\s+/g, ' ')).toMatch(said);
  });
});
