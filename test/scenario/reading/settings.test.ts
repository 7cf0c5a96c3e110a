import { describe, expect, it } from 'vitest';
import { withSettings } from '../../../src/scenario/reading/settings.ts';

const WRITTEN = {
  horizon: '1 year',
  stores: { 'disk.1': { drives: 12 }, far: { drives: 6 } },
  strategies: { a: { copies: [{ to: 'far' }] } },
};

/** The message for what cannot be set. */
function refused(path: string, text = '1'): string {
  const set = withSettings(WRITTEN, [{ path, text }]);
  return set.ok ? 'ok' : set.problems.map((one) => `${one.message}; ${one.hint}`).join('\n');
}

describe('fields that are set beside a file', () => {
  it('take the place of what stands there, by any path, and leave the rest as it is', () => {
    const settings = [
      { path: 'horizon', text: '3 years' },
      { path: 'stores.disk.1.drives', text: '24' },
      { path: 'strategies.a.copies[0].lock', text: '30 d' },
      { path: 'objectives.rto', text: '8 h' },
      { path: 'stores.far.cost.once', text: '100 USD' },
      { path: 'stores.new', text: '{ drives: 3 }' },
    ];
    expect(withSettings(WRITTEN, settings)).toEqual({
      ok: true,
      value: {
        horizon: '3 years',
        stores: {
          'disk.1': { drives: 24 },
          far: { drives: 6, cost: { once: '100 USD' } },
          new: { drives: 3 },
        },
        strategies: { a: { copies: [{ to: 'far', lock: '30 d' }] } },
        objectives: { rto: '8 h' },
      },
    });
    expect(WRITTEN.horizon).toBe('1 year');
  });

  it('leave alone what an alias repeats elsewhere', () => {
    const keep = { daily: 7 };
    const set = withSettings({ strategies: { a: { keep }, b: { keep } } }, [
      { path: 'strategies.a.keep.daily', text: '14' },
    ]);
    expect(set).toEqual({
      ok: true,
      value: { strategies: { a: { keep: { daily: 14 } }, b: { keep: { daily: 7 } } } },
    });
  });

  it('are refused where their path leads nowhere', () => {
    expect(refused('stores.fra.drives')).toBe('has no fra in stores; did you mean far?');
    expect(refused('horizon.days')).toMatch(/^leads into horizon, which has no fields/);
    expect(refused('strategies.a.copies[1].to')).toMatch(/^leads into a list of 1/);
    expect(refused('stores.__proto__.x')).toMatch(/^is no path/);
    expect(refused('stores..x')).toMatch(/^is no path/);
    expect(refused('horizon', '[')).toMatch(/^is not YAML/);
    expect(refused('horizon', ' ')).toMatch(/^is empty/);
  });
});
