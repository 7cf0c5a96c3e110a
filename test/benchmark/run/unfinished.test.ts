import { appendFileSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../../cli/captured.ts';
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

  it('has the next ask what is meant, unless that says so', async () => {
    const [run = ''] = folders();
    const asked = await folder.bench(PLAN);
    expect(asked).toMatchObject({ code: 2, out: '' });
    expect(asked.err).toContain(
      `run ${run} of this plan was broken off; go on with --resume, remove what is left with --discard, or begin another with --new`,
    );
    expect(folders()).toEqual([run]);
    const { code, err } = await folder.bench(PLAN, '--new');
    expect(code).toBe(0);
    expect(err).toContain(`run ${run} is not finished: go on with --resume`);
    expect((await folder.bench(PLAN, '--new', '--resume')).err).toContain('ask for two things');
  });

  it('is told of where another plan begins', async () => {
    const { code, err } = await folder.bench(PLAN.replace('files: 3', 'files: 4'));
    expect([code, err]).toEqual([0, expect.stringContaining('is not finished: go on with')]);
  });

  it('can be named, where there are several', async () => {
    await folder.bench(PLAN, '--quiet', '--budget', '1ms', '--new');
    const [older = '', newer = ''] = folders().sort();
    expect((await folder.bench(PLAN, '--quiet', '--resume', older)).code).toBe(0);
    expect(folders()).toEqual([newer]);
    const gone = await folder.bench(PLAN, '--resume', older);
    expect(gone.code).toBe(2);
    expect(gone.err).toContain(`holds no run ${older} of this plan, as it is now`);
    expect(gone.err).toContain(newer);
  });

  it('is gone on with where the plan stands behind --resume', async () => {
    const { host, out } = captured({ environment: { PATH: process.env.PATH ?? '' } });
    const argv = ['bench', '--work', folder.work, '--resume', folder.plan(PLAN)];
    expect(await main(argv, host)).toBe(0);
    expect(out()).toContain('0-full');
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
