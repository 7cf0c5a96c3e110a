import { describe, expect, it } from 'vitest';
import { readScenario } from '../../src/scenario/reading/read.ts';
import { storesNamed } from '../../src/scenario/stores-named.ts';
import { compile } from '../../src/simulation/compile/compile.ts';

const NO_DATA = { samples: new Map(), series: new Map(), prices: null };

const scenarioOf = (parts: object) => {
  const text = JSON.stringify({
    start: '2026-01-05',
    workloads: { files: { size: '1 TB' } },
    stores: { main: {}, second: {}, third: {}, spare: {} },
    strategies: { nightly: { to: 'main', incremental: 'daily' } },
    ...parts,
  });
  const read = readScenario(text, 'stores.json');
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join());
  return read.value.scenario;
};

describe('stores that something names', () => {
  it.each([
    ['a strategy', {}, ['main']],
    [
      'an override and a copy',
      {
        strategies: {
          nightly: {
            to: 'main',
            incremental: 'daily',
            overrides: { files: { to: 'third' } },
            copies: [{ to: 'second' }],
          },
        },
      },
      ['main', 'second', 'third'],
    ],
    [
      'none, where there is only one',
      { stores: { only: {} }, strategies: { nightly: { incremental: 'daily' } } },
      ['only'],
    ],
  ])('%s', (_, parts, names) => {
    expect([...storesNamed(scenarioOf(parts))].sort()).toEqual(names);
  });
});

describe('a store that nothing names', () => {
  it('is no part of the plan, and its defaults and quantities are not either', () => {
    const plan = compile(scenarioOf({}), NO_DATA);
    const alone = compile(scenarioOf({ stores: { main: {} } }), NO_DATA);
    if (!plan.ok || !alone.ok) throw new Error('should compile');
    expect(plan.value.stores).toEqual(alone.value.stores);
    expect(plan.value.resources).toEqual(alone.value.resources);
    expect(plan.value.parameters).toEqual(alone.value.parameters);
    expect(plan.value.defaults).toEqual(alone.value.defaults);
  });

  it('is told what is wrong with it all the same', () => {
    const spare = { profile: 'tape/lto9', slots: 1 };
    const compiled = compile(scenarioOf({ stores: { main: {}, spare } }), NO_DATA);
    expect(compiled).toMatchObject({ ok: false, problems: [{ path: /^stores\.spare\./ }] });
  });
});
