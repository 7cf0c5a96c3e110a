import { describe, expect, it } from 'vitest';
import { jsonPart } from '../../../src/scenario/reading/json-part.ts';
import { problemsIn } from '../../support/problems-in.ts';

const named = <T>(number: number, value: T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: number }, (_, index) => [`n${index}`, value]));

/** The smallest scenario in JSON, with some of its parts replaced. */
const json = (parts: object = {}): string =>
  JSON.stringify({
    start: '2026-01-05',
    workloads: { files: { size: '1 TB' } },
    stores: { disk: {} },
    strategies: { nightly: { incremental: 'daily' } },
    ...parts,
  });

describe('a text with more than can be simulated is refused before it is read', () => {
  it.each([
    [
      'YAML of 200 000 lines',
      `note: |\n${'  a: b\n'.repeat(200_001)}`,
      /JSON, which is read faster/,
    ],
    ['a list of 1 500 001 entries', `note: [${'a,'.repeat(1_500_001)}]`, /alike together/],
    [
      'JSON with a backslash',
      `${json({ note: 'a\\b' })}${'\n'.repeat(400_000)}`,
      /without backslashes/,
    ],
  ])('%s', (_, text, hint) => {
    expect(problemsIn(text)).toMatchObject([{ path: '', hint, place: { line: 1, column: 1 } }]);
  });

  it('JSON with a fault is told where the fault is', () => {
    const text = `${json()}${'\n'.repeat(400_000)}}`;
    expect(problemsIn(text)).toMatchObject([
      { message: /^is not JSON/, place: { line: 400_001, column: 1 } },
    ]);
  });
});

describe('a section with more than can be simulated', () => {
  it.each([
    ['sites', 5_000],
    ['links', 5_000],
    ['strategies', 10_000],
    ['disasters', 1_000],
    ['workloads', 150_000],
  ])('%s: more than %i are refused without looking at any', (section, most) => {
    const problems = problemsIn(json({ [section]: named(most + 1, 0) }));
    expect(problems).toMatchObject([
      { path: section, message: `has ${most + 1} entries; at most ${most} can be simulated` },
    ]);
    expect(problems[0]?.place?.column).toBe(json({ [section]: 0 }).indexOf(`"${section}"`) + 1);
  });

  it('workloads under strategies, and their copies, are counted together', () => {
    const copies = [{ to: 'disk' }, { to: 'disk' }];
    const workloads = named(1_000, { size: '1 TB' });
    const of = (number: number) => json({ workloads, strategies: named(number, { copies }) });
    // 1 000 workloads with 2 copies each: 3 000 a strategy.
    expect(problemsIn(of(167))).toMatchObject([
      {
        path: 'strategies',
        message: 'have 501000 workloads and copies together; at most 500000 can be simulated',
      },
    ]);
    expect(
      problemsIn(of(2))
        .map(({ message }) => message)
        .join(),
    ).not.toContain('together');
  });

  it('overrides are counted over all strategies', () => {
    const overrides = named(25_001, {});
    expect(problemsIn(json({ strategies: named(2, { overrides }) }))).toMatchObject([
      { path: 'strategies', message: /^have 50002 overrides together/ },
    ]);
  });
});

describe('a part of a JSON text', () => {
  it('is looked up without reading what stands beside it', () => {
    const text = ' { "a" : [ 1, {"b": "x]}"} , [] ], "c": {"d": -1.5e+3, "e": null } , "f":{}}';
    const root = jsonPart(text);
    expect(root.offset).toBe(1);
    const at = (...path: readonly string[]) =>
      path.reduce<ReturnType<typeof root.part>>((part, step) => part?.part(step), root);
    expect(text.slice(at('a', '1', 'b')?.offset)).toMatch(/^"b": "x/);
    expect(text.slice(at('a', '2')?.offset)).toMatch(/^\[\] ]/);
    expect(text.slice(at('c', 'e')?.offset)).toMatch(/^"e": null/);
    expect(text.slice(at('f')?.offset)).toMatch(/^"f":{}/);
    expect([at('a', '3'), at('c', 'd', 'x'), at('f', 'a')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([root.isMapping, at('a')?.isMapping]).toEqual([true, false]);
  });
});
