import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leftOut, seriesOf } from '../../src/benchmark/combinations.ts';
import { truthOf } from '../../src/benchmark/datasets/truth.ts';
import { readPlan } from '../../src/benchmark/read-plan.ts';
import { generationsOf } from '../../src/benchmark/series.ts';

const FOLDER = join(import.meta.dirname, '../../scenarios');
const PLANS = readdirSync(FOLDER).filter((name) => /^bench-.*\.yaml$/.test(name));

describe('the plans that ship', () => {
  it('are these', () => {
    expect(PLANS).toEqual([
      'bench-checkpoints.yaml',
      'bench-quick.yaml',
      'bench-remote.yaml',
      'bench-tools.yaml',
    ]);
  });

  it.each(PLANS)('%s can be read, and every tool and target of it is used', (name) => {
    const read = readPlan(readFileSync(join(FOLDER, name), 'utf8'), name, name);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { value: plan } = read;
    const series = seriesOf(plan);
    for (const tool of plan.tools) expect(series.map((one) => one.tool)).toContain(tool.name);
    for (const target of plan.targets)
      expect(series.map((one) => one.target)).toContain(target.name);
    for (const { because } of leftOut(plan)) expect(because).not.toBe('');
  });

  it.each(PLANS)('%s changes what it says it changes', (name) => {
    const read = readPlan(readFileSync(join(FOLDER, name), 'utf8'), name, name);
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const last = Math.max(...generationsOf(read.value.levels));
    for (const dataset of read.value.datasets) {
      if (dataset.kind !== 'made') throw new Error('plans that ship make their data');
      const { changed, files, written } = truthOf(dataset.recipe, read.value.seed, last);
      expect(changed).toBeGreaterThan(0);
      expect(changed).toBeLessThanOrEqual(files);
      expect(written).toBeGreaterThan(0);
    }
  });
});
