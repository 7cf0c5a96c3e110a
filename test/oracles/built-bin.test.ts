import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnBuild, ownBuild } from '../support/programs/own-build.ts';
import { casesOf } from './cases.ts';
import { chainInputs, chainScenario } from './chain-scenario.ts';
import { changeInputs, changeScenario } from './change-scenario.ts';
import { printedBy, type Written } from './front-door.ts';
import {
  type KeepCase,
  keepScenario,
  POINT_DIALECTS,
  pointsOf,
  retentionInputs,
} from './retention-scenario.ts';

let built: OwnBuild;
beforeAll(() => {
  built = ownBuild('oracles');
});
afterAll(() => built.remove());

/** A case of each kind is enough to know that the command does what the tests run in-process. */
function scenarios(): readonly Written[] {
  const [chain] = casesOf('restore-point-chains');
  const dates = casesOf('retention-dates').find(({ inputs }) => 'keep' in inputs);
  const change = casesOf('change-and-loss').find(({ inputs }) => 'model' in inputs);
  return [
    ...(chain ? [chainScenario(chainInputs.parse(chain.inputs))] : []),
    ...(dates ? [keepScenario(keepCase(dates.inputs))] : []),
    ...(change ? [changeScenario(changeInputs.parse(change.inputs))] : []),
  ];
}

function keepCase(given: unknown): KeepCase {
  const inputs = retentionInputs.parse(given);
  if (inputs.dialect === 'generations') throw new Error('generations keep no single points');
  return { dialects: POINT_DIALECTS, keep: inputs.keep, points: pointsOf(inputs) };
}

describe('the built command', () => {
  it('prints the same from a file and from standard input', async () => {
    for (const scenario of scenarios()) {
      const text = JSON.stringify(scenario);
      const expected = await printedBy(text);
      const file = join(built.folder, 'scenario.json');
      writeFileSync(file, text);
      const simulate = (from: string, input: string) =>
        spawnSync(process.execPath, [built.bin, 'simulate', from, '--json'], {
          encoding: 'utf8',
          input,
        });
      for (const run of [simulate(file, ''), simulate('-', text)]) {
        expect(run.stderr).toBe('');
        expect(run.stdout).toBe(expected);
        expect(run.status).toBe(0);
      }
    }
  });
});
