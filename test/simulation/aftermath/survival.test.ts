import { describe, expect, it } from 'vitest';
import { oneWorkload } from '../../support/one-workload.ts';
import { type Declared, planOf, resultOf, runOf, strategyOf } from '../../support/played.ts';

/** A full each midnight, with what follows it in a store of its own, which is lost. */
const loses = (strategy: Declared): Declared =>
  oneWorkload({
    stores: { disk: {}, beside: {} },
    strategy: { to: 'disk', ...strategy },
    disasters: { broken: { scope: 'store beside', 'per-year': 1, objectives: { rpo: '1 h' } } },
    objectives: { rpo: '1 h' },
  });

const promises = async (declared: Declared) =>
  strategyOf(await resultOf(declared), 'plan').objectives.flatMap((one) =>
    one.name === 'rpo' ? [[one.disaster, one.met, one.value?.mean]] : [],
  );

describe('the loss of a store that holds no backups', () => {
  it('leaves the backups of a day where it held the log', async () => {
    expect(await promises(loses({ log: { every: '15 min', to: 'beside' } }))).toEqual([
      [null, true, 900],
      ['broken', false, 86_400],
    ]);
  });

  it('leaves the backups of a day where it held the replica', async () => {
    expect(await promises(loses({ replicate: { to: 'beside', mode: 'sync' } }))).toEqual([
      [null, true, 0],
      ['broken', false, 86_400],
    ]);
  });

  it('strikes nobody where nothing lies in it', () => {
    expect(runOf(planOf(loses({}))).impact).toEqual([]);
  });
});
