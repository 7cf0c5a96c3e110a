import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { captured } from './captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  [1, 1, /^no problems: 1 workload, 1 store, 1 strategy; \d+ defaults used\n$/u],
  [2, 3, /^no problems: 2 workloads, 1 store, 3 strategies; \d+ defaults used\n$/u],
])('counts %d workloads and %d strategies in words', async (workloads, strategies, said) => {
  const each = (count: number, name: string, fields: object) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, fields]));
  const file = join(folder, 'plan.json');
  const scenario = {
    start: '2026-01-05',
    workloads: each(workloads, 'w', { size: '1 TB' }),
    stores: { disk: { profile: 'disk/nearline-raid6' } },
    strategies: each(strategies, 's', { incremental: 'daily at 22:00' }),
  };
  writeFileSync(file, JSON.stringify(scenario));
  const { host, out } = captured();
  expect(await main(['check', file], host)).toBe(0);
  expect(out()).toMatch(said);
});
