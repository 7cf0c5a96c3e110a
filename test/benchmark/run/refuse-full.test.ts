import { describe, expect, it } from 'vitest';
import { roomIn } from '../../../src/benchmark/extent.ts';
import { refuseFull } from '../../../src/benchmark/run/refuse-full.ts';
import type { Target } from '../../../src/benchmark/targets/target.ts';
import { planOf, SMALL } from '../../support/bench-plan.ts';

function targets(free: Readonly<Record<string, number | null>>) {
  const closed: string[] = [];
  const map = new Map(
    Object.entries(free).map(([name, value]): [string, Pick<Target, 'kind' | 'free' | 'close'>] => [
      name,
      {
        kind: name === 'disk' ? 'local' : 'ssh',
        free: async () => ({ ok: true, value }),
        close: async () => {
          closed.push(name);
          return { ok: true, value: undefined };
        },
      },
    ]),
  );
  return { map, closed };
}

describe('targets on other machines', () => {
  it('have the room that they need, or do not tell', async () => {
    const { map, closed } = targets({ disk: 1, vault: 1000, bucket: null });
    await refuseFull(map, () => 1000);
    expect(closed).toEqual([]);
  });

  it('are refused where they have not, and all places are taken away', async () => {
    const { map, closed } = targets({ disk: 1, vault: 999, other: 5000 });
    await expect(refuseFull(map, () => 1000)).rejects.toThrow('needs up to 1 kB, and has 999 B');
    expect(closed).toEqual(['disk', 'vault', 'other']);
  });
});

it('the room that a target needs is for the series that store there', () => {
  const plan = planOf(`${SMALL}targets: { disk: local, slow: { local: true, limit: 1 MB/s } }\n`);
  const extents = new Map([['office', [{ bytes: 1e6, files: 1, written: 1e6 }]]]);
  const one = { ...plan, levels: ['full'] as const };
  expect(roomIn(one, extents, 'disk')).toBeGreaterThan(2e6);
  expect(roomIn(one, extents, 'disk')).toBeLessThan(2.3e6);
  expect(roomIn(one, extents, 'nowhere')).toBe(0);
});
