import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { captured } from './captured.ts';

const PLAN = 'scenarios/smallest.yaml';

async function simulate(...argv: readonly string[]) {
  const { host, out, err } = captured();
  const code = await main(['simulate', ...argv, '--quiet'], host);
  return { code, out: out(), err: err() };
}

describe('a file after --details', () => {
  it('is the file, and all details are told', async () => {
    const [before, after] = [await simulate('--details', PLAN), await simulate(PLAN, '--details')];
    expect(before).toEqual(after);
    expect(before.code).toBe(0);
  });

  it('is not looked for in a part of the answers', async () => {
    const { code, err } = await simulate('--details', 'window');
    expect(code).toBe(2);
    expect(err).toMatch(/^missing required argument 'file'; see "backcast simulate --help"\n/);
  });
});

describe('words that options took, or did not take', () => {
  it.each([
    [
      'the file as a value',
      ['--against', PLAN],
      "missing required argument 'file'; --against took scenarios/smallest.yaml for its value; write the file before it as well",
    ],
    [
      'parts without commas',
      [PLAN, '--details', 'window', 'gaps'],
      /; write one value after --details, several with commas where it takes a list: --details window,gaps\n/,
    ],
    [
      'two fields after one --set',
      [PLAN, '--set', 'a=1', 'b=2'],
      /; write --set before each: --set a=1 --set b=2\n/,
    ],
    [
      '--fail-on with nothing to compare',
      [PLAN, '--fail-on', 'verdict'],
      /^--fail-on does nothing here; it belongs to --against, or to "backcast diff"\n/,
    ],
  ])('%s', async (_, argv, said) => {
    const { code, err } = await simulate(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(said);
  });

  it('are spelt out where they could harm a terminal', async () => {
    const { err } = await simulate('--against', '\u001b[31m.yaml');
    expect(err).toContain('\\u001b[31m.yaml');
    expect(err).not.toContain('\u001b');
  });
});
