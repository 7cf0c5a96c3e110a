import { describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { result } from '../../../src/report/result/result.ts';
import { captured } from '../../cli/captured.ts';
import type { Written } from '../front-door.ts';
import { AWKWARD_LATE } from './begun-late.ts';
import { AWKWARD_DECLARED } from './declared.ts';
import { AWKWARD_SPEEDS } from './how-fast.ts';
import { AWKWARD_LATER } from './left-later.ts';
import { AWKWARD_SCENARIOS } from './plans.ts';

/** Exit code, recommendation and broken promises of a scenario, as a planner gets them. */
async function verdictOf(scenario: Written) {
  const { host, out, err } = captured();
  const read = async () => ({
    ok: true as const,
    value: new TextEncoder().encode(JSON.stringify(scenario)),
  });
  const exit = await main(['simulate', '-', '--json'], { ...host, stdin: { read } });
  if (exit !== 0 && exit !== 3) throw new Error(`exit code ${exit}: ${err()}${out()}`);
  const { advice, strategies } = result.parse(JSON.parse(out()));
  const broken = strategies.flatMap(({ name: strategy, objectives }) =>
    objectives
      .filter(({ met }) => !met)
      .map(({ name, workload, disaster, copy, at }) => {
        const promise = [name, workload, disaster, copy].filter(Boolean).join(' ');
        const place = name === 'schedule' ? [] : [at.workload, at.disaster].filter(Boolean);
        const whose = strategies.length > 1 ? `${strategy}: ` : '';
        return `${whose}${promise}${place.length > 0 ? `: ${place.join(' ')}` : ''}`;
      }),
  );
  return { exit, take: advice.take, broken };
}

describe('the verdict on an awkward plan', () => {
  it.each([
    ...AWKWARD_SCENARIOS,
    ...AWKWARD_DECLARED,
    ...AWKWARD_LATER,
    ...AWKWARD_LATE,
    ...AWKWARD_SPEEDS,
  ])('$title: $why', async ({ scenario, exit, take, broken }) => {
    expect(await verdictOf(scenario)).toEqual({ exit, take, broken });
  });
});
