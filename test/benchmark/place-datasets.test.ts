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

function placed(directory: string, next = '') {
  const { host } = captured({ environment: { HOME: folder } });
  const plan = planOf(`
datasets: { mine: { directory: ${directory}${next} } }
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

  it.each(['none-such', './none', '/none/such'])(
    'change by a program that is there, not %s',
    (program) => {
      const found = placed('../data', `, next: [${program}, x]`);
      expect(!found.ok && found.problems).toMatchObject([
        {
          path: 'datasets.mine.next[0]',
          message: `there is no program ${program} that could be run`,
        },
      ]);
    },
  );

  it.each(['ls', '/bin/ls', './change'])('change by a program that lies there: %s', (program) => {
    writeFileSync(join(folder, 'data/change'), '#!/bin/sh\n', { mode: 0o755 });
    expect(placed('../data', `, next: [${program}]`).ok).toBe(true);
  });
});
