import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asJson } from '../../src/report/formats/json.ts';
import { copiedScenario } from '../support/copied-scenario.ts';
import { type Declared, resultOf } from '../support/played.ts';
import { smallScenario } from '../support/small-scenario.ts';

/** No word of a scenario and of a result begins so. */
const PREFIX = 'qqq';
const PLACES = ['sites', 'stores', 'strategies', 'links', 'tools', 'disasters'] as const;

type Kind = (typeof PLACES)[number] | 'workloads';

/**
 * The same scenario with things of some kinds renamed, wherever they are named. Names are given a
 * prefix, so that their order stays: things are taken in the order of their names.
 */
function renamed(declared: Declared, kinds: readonly Kind[]): Declared {
  const names = new Set(kinds.flatMap((kind) => Object.keys((declared[kind] ?? {}) as object)));
  const named = (text: string): string => (names.has(text) ? PREFIX + text : text);
  // A scope is a word and a name: site here.
  const text = (value: string): string => value.split(' ').map(named).join(' ');
  const all = (value: unknown): unknown => {
    if (typeof value === 'string') return text(value);
    if (Array.isArray(value)) return value.map(all);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [named(key), all(part)]));
  };
  return all(declared) as Declared;
}

const anyOf = fc.oneof(smallScenario, copiedScenario);

/** What `simulate --json` prints, with all names as they were. */
const printed = async (declared: Declared, seed: number): Promise<string> =>
  [...asJson(await resultOf(declared, { seed }))].join('').replaceAll(PREFIX, '');

describe('a name is a name', () => {
  it.each(PLACES)('%s that are renamed change nothing but their names', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anyOf, fc.nat(), async (drawn, seed) => {
        const declared: Declared = JSON.parse(JSON.stringify(drawn));
        expect(await printed(renamed(declared, [kind]), seed)).toBe(await printed(declared, seed));
      }),
      { numRuns: 12 },
    );
  });

  it('workloads that are renamed do so where no job fails by chance, whose luck is its own', async () => {
    await fc.assert(
      fc.asyncProperty(anyOf, fc.nat(), async (drawn, seed) => {
        const text = JSON.stringify(drawn, (key, part) => (key === 'failure' ? undefined : part));
        const declared: Declared = JSON.parse(text);
        const both = renamed(declared, ['workloads']);
        expect(JSON.stringify(both)).toContain(PREFIX);
        expect(await printed(both, seed)).toBe(await printed(declared, seed));
      }),
      { numRuns: 25 },
    );
  });
});
