import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { captured } from './captured.ts';

const FOLDER = 'test/oracles/data/hostile';
const scenario = (name: string): string => `${FOLDER}/${name}.yaml`;

async function run(...argv: readonly string[]) {
  const { host, out, err } = captured();
  const code = await main([...argv, '--json'], host);
  return { code, printed: JSON.parse(out()), err: err() };
}

/** Each once ended in a bug, in a figure that cannot be, or after a quarter of a minute. */
describe('a file that is hostile', () => {
  const simulate = (name: string) => ['simulate', scenario(name)];
  const rare = 'has more than 5000000 dates';
  it.each([
    ['cron-seconds', ['strategies.w.incremental', rare, 5, 20]],
    ['cron-seconds-3', ['strategies.w0.incremental', rare, 6, 9]],
    ['decide', ['disasters.x.decide', 'is too large', 6, 49]],
    ['files', ['workloads.d.files', 'is too large', 3, 31]],
    ['growth', ['workloads.d.growth', 'is too large', 3, 31]],
    ['staff-hours', ['cost.staff-hours', 'must be at most 1000000', 6, 26]],
    ['verify-rate', ['strategies.w.verify.rate', 'is too small', 5, 72]],
    ['plan-cyclic-alias', ['note[0]', 'is an alias of what it is part of', 3, 11]],
    ['price-book-cyclic-alias', ['prices.x', 'is an alias of what it is part of', 3, 14]],
  ] as const)('is refused with its place: %s', async (name, [path, message, line, column]) => {
    const argv = {
      'plan-cyclic-alias': ['bench', scenario(name), '--dry-run'],
      'price-book-cyclic-alias': [
        'simulate',
        'scenarios/smallest.yaml',
        '--prices',
        scenario(name),
      ],
    }[name as string];
    const { code, printed, err } = await run(...(argv ?? simulate(name)));
    expect({ code, err }).toEqual({ code: 2, err: '' });
    const [first] = printed.problems;
    expect(first).toMatchObject({ path, message, line, column, file: scenario(name) });
    expect(first.hint).toBeTruthy();
  });

  it('names schedules that are too dense until they are more than all that are simulated', async () => {
    const { printed } = await run('check', scenario('cron-seconds-3'));
    const paths = printed.problems.map(({ path }: { readonly path: string }) => path);
    expect(paths).toEqual(['w0', 'w1'].map((name) => `strategies.${name}.incremental`));
  });

  it.each([
    ['negative-lost', readFileSync(scenario('negative-lost'), 'utf8')],
    [
      'tape-archive over three months',
      readFileSync('scenarios/tape-archive.yaml', 'utf8').replace(': 10 years', ': 3 months'),
    ],
  ])('is answered with figures that can be: %s', async (_, text) => {
    // Whatever is below 0 or a share above 1 would end it with 70.
    const { host, out } = captured();
    const value = new TextEncoder().encode(text);
    const stdin = { read: async () => ({ ok: true, value }) as const };
    const argv = ['simulate', '-', '--unbounded', '--json'];
    expect(await main(argv, { ...host, stdin })).toBe(3);
    for (const { disasters, loss } of JSON.parse(out()).strategies) {
      expect(disasters.length).toBeGreaterThan(0);
      expect(loss.probability.mean).toBeGreaterThan(0);
    }
  });
});
