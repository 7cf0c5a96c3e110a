import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf } from '../../support/played.ts';

const pruned = (strategy: Declared, tools: Declared = {}) => {
  const plan = planOf(oneWorkload({ tools, strategy }));
  return { policy: plan.strategies[0]?.policies[0], defaults: plan.defaults };
};
const problemOf = (strategy: Declared, tools: Declared = {}): string => {
  try {
    pruned(strategy, tools);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

describe('what a prune takes', () => {
  it('is what the catalog knows of restic and borg, but for what the scenario says', () => {
    const { policy, defaults } = pruned({ tool: 'restic', prune: 'daily at 05:00' });
    expect(policy?.pruning).toEqual({
      ...{ fixed: 1, perChunk: 27e-6, rewriting: 1 / 70e6, pack: 2 ** 24 },
      ...{ unused: 0.05, ofPack: false, beside: false },
    });
    const listed = new Map(defaults.map(({ path, value }) => [path, value]));
    expect(listed.get('strategies.plan.prune.unused')).toBe('5 %');
    expect(listed.get('catalog.tools.restic.prune.rate')).toBe('70 MB/s a core');
    const own = { like: 'borg', prune: { fixed: '9 s', at: 'source', of: 'repository' } };
    const on = { on: 'daily at 05:00', unused: '2 %' };
    expect(pruned({ tool: 'own', prune: on }, { own }).policy?.pruning).toMatchObject({
      ...{ fixed: 9, perChunk: 15e-6, pack: 500 * 2 ** 20, unused: 0.02 },
      ...{ ofPack: false, beside: false },
    });
  });

  it('is nothing without dates, with other tools, and with other styles', () => {
    expect(pruned({ tool: 'restic' }).policy?.pruning).toBeNull();
    expect(pruned({ tool: 'rsync', prune: 'daily at 05:00' }).policy?.pruning).toBeNull();
    const forward = { tool: 'restic', style: 'forward', prune: { on: 'daily at 05:00' } };
    expect(pruned(forward).policy?.pruning).toBeNull();
  });

  it('cannot be said of tools that do not deduplicate, nor without any terms', () => {
    const prune = { on: 'daily at 05:00', unused: '5 %' };
    expect(problemOf({ tool: 'tar', prune })).toContain(
      'strategies.plan.prune.unused: is for tools that deduplicate, and style forward does not',
    );
    expect(problemOf({ tool: 'own', prune }, { own: { style: 'dedup' } })).toContain(
      'strategies.plan.prune.unused: hangs on how own prunes, of which nothing is known',
    );
    expect(problemOf({ tool: 'own' }, { own: { prune: { fixed: '1 s' } } })).toContain(
      'tools.own.prune: is for tools that deduplicate, and style forward does not',
    );
    expect(problemOf({ tool: 'restic', prune: { unused: '5 %' } })).toContain(
      'strategies.plan.prune: should be a schedule, or a mapping with on, not a mapping',
    );
    expect(problemOf({ tool: 'restic', prune: 'sometimes' })).toContain('is not a schedule');
  });
});
