import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { placeDatasets } from '../../src/benchmark/place-datasets.ts';
import { captured } from '../cli/captured.ts';
import { planOf } from '../support/bench-plan.ts';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-place-')));
  mkdirSync(join(folder, 'plans'));
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('data', join(folder, 'link'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function placed(directory: string) {
  const { host } = captured({ environment: { HOME: folder } });
  const plan = planOf(`
datasets: { mine: { directory: ${directory} } }
tools: { built-in: {} }
`);
  return placeDatasets(host, plan, join(folder, 'plans'));
}

describe('the directories of a plan', () => {
  it.each(['../data', '~/data', '../link', '../data/'])('are found: %s', (directory) => {
    const found = placed(directory);
    const path = join(folder, 'data');
    expect(found.ok && found.value.datasets).toEqual([
      { kind: 'directory', name: 'mine', path, next: null },
    ]);
  });

  it.each([
    ['data', 'data cannot be backed up: it does not exist'],
    ['../file', '../file cannot be backed up: it is no directory'],
  ])('are told where they are not there: %s', (directory, message) => {
    const found = placed(directory);
    expect(!found.ok && found.problems).toMatchObject([
      { path: 'datasets.mine.directory', message },
    ]);
  });
});
