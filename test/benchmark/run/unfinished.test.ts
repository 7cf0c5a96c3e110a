import { appendFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';

const PLAN = `
datasets: { few: { files: 3, size: { median: 1 KiB, sigma: 0 } } }
tools: { built-in: {} }
levels: [full]
repetitions: 1
`;

let folder: BenchFolder;
beforeEach(async () => {
  folder = benchFolder();
  await folder.bench(PLAN, '--quiet', '--budget', '1ms');
});
afterEach(() => folder.remove());

const folders = (): string[] => readdirSync(folder.work).filter((name) => /^\d/.test(name));

describe('a run that was broken off', () => {
  it('is gone on with although the plan is written differently', async () => {
    const { code } = await folder.bench(`# A remark.\n${PLAN}`, '--quiet', '--resume');
    expect([code, folders()]).toEqual([0, []]);
  });

  it('of another plan is named, and can be discarded', async () => {
    const other = PLAN.replace('files: 3', 'files: 4');
    const { code, err } = await folder.bench(other, '--resume');
    expect(code).toBe(2);
    expect(err).toContain('of "plan", as it was then');
    expect((await folder.bench(other, '--discard')).code).toBe(0);
    expect(folders()).toEqual([]);
    const again = await folder.bench(other, '--discard');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('nothing to discard')]);
  });

  it('is told of by a new one beside it', async () => {
    const { err } = await folder.bench(PLAN);
    expect(err).toContain('is not finished: go on with --resume, or remove it with --discard');
  });

  it('can be discarded although its measurements cannot be read', async () => {
    const name = readdirSync(folder.work).find((one) => one.endsWith('.jsonl')) ?? '';
    appendFileSync(`${folder.work}/${name}`, 'no JSON\n');
    expect((await folder.bench(PLAN, '--discard')).code).toBe(0);
    expect(folders()).toEqual([]);
  });
});

describe('a plan of which nothing can be run', () => {
  it('is a problem with the reasons, not a success', async () => {
    const { code, err } = await folder.bench(
      `${PLAN}targets: { slow: { local: true, limit: 1 MB/s } }\n`,
    );
    expect(code).toBe(2);
    expect(err).toContain('nothing of the plan can be run');
    expect(err).toContain('cannot hold itself to a rate there');
  });
});
