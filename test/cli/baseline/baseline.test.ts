import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { trainingRecords } from '../../support/gate/records.ts';
import { writeRun } from '../../support/gate/stored-runs.ts';
import { available } from '../../support/programs/require.ts';
import { captured } from '../captured.ts';

let folder: string;
let store: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-baseline-'));
  store = join(folder, 'store');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: readonly string[]) {
  const { host, out, err } = captured();
  return { code: await main(argv, host), out: out(), err: err() };
}

const baseline = (verb: string, ...argv: readonly string[]) =>
  run('baseline', verb, '--store', store, ...argv);

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.jsonl'))
    .sort();

describe('baseline add', () => {
  it('keeps a run in a file of its own, by branch and class of machine, as its schema says', async () => {
    const { code, out } = await baseline(
      'add',
      writeRun(folder, { day: 1 }),
      ...['--branch', 'topic/../x', '--commit', 'abc'],
    );
    expect(code).toBe(0);
    const [file = '', ...more] = filesIn(store);
    expect(more).toEqual([]);
    expect(file).toMatch(/^topic%2F\.\.%2Fx\/[a-z0-9-]+-cores-\d+-gib-\w+\/20260301T030000Z-\w{8}/);
    expect(out).toBe(`added ${join(store, file)}\n`);
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/baseline.schema.json'), 'utf8'),
    );
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const lines = readFileSync(join(store, file), 'utf8').trimEnd().split('\n');
    for (const line of lines) expect(validate(JSON.parse(line)), line).toBe(true);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ branch: 'topic/../x', commit: 'abc' });
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ series: 'tiny/tar/disk', repetition: 1 });
  });

  it('knows a run that is there already, whatever it is called', async () => {
    const path = writeRun(folder, { day: 1 });
    await baseline('add', path, '--commit', 'abc');
    const again = await baseline('add', path, '--commit', 'xyz', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ added: [], known: [expect.any(String)] });
    expect(filesIn(store)).toHaveLength(1);
  });

  it('adds all or none', async () => {
    const probe = writeRun(folder, { day: 2, opening: { purpose: 'probe' } });
    const { code, err } = await baseline('add', writeRun(folder, { day: 1 }), probe);
    expect(code).toBe(2);
    expect(err).toContain('is of a probe');
    expect(() => filesIn(store)).toThrow('ENOENT');
  });

  it('refuses a branch without a name, and a store that cannot be made', async () => {
    const path = writeRun(folder, { day: 1 });
    expect((await baseline('add', path, '--branch', ' ')).err).toContain('is no name of a branch');
    writeFileSync(store, '');
    const { code, err } = await baseline('add', path);
    expect(code).toBe(2);
    expect(err).toContain('cannot make the folder');
  });
});

describe('a store', () => {
  it('lists its histories, oldest run first', async () => {
    await baseline('add', writeRun(folder, { day: 2 }), '--commit', 'second');
    await baseline('add', writeRun(folder, { day: 1 }), '--commit', 'first');
    await baseline('add', writeRun(folder, { day: 3 }), '--branch', 'topic');
    const { code, out } = await baseline('list');
    expect(code).toBe(0);
    expect(out).toMatch(/main .* 2 {2}2026-03-01 {2}2026-03-02 {2}second/);
    expect(out).toMatch(/topic .* 1 {2}2026-03-03 {2}2026-03-03/);
    const { histories } = JSON.parse((await baseline('list', '--json')).out);
    expect(histories[0].runs.map(({ commit }: { commit: string }) => commit)).toEqual([
      'first',
      'second',
    ]);
  });

  it('shows the newest run, or the one that is named by run or commit', async () => {
    await baseline('add', writeRun(folder, { day: 1 }), '--commit', 'first');
    await baseline('add', writeRun(folder, { day: 2, larger: 2 }));
    const { out } = await baseline('show');
    expect(out).toContain('run 20260302T030000Z of branch main');
    expect(out).toMatch(/series +runs +wall/);
    const stored = async (...argv: readonly string[]): Promise<number> =>
      JSON.parse((await baseline('show', ...argv, '--json')).out).series[0].figures.stored;
    expect(await stored()).toBe(2 * (await stored('first')));
    expect(await stored('20260301T030000Z')).toBe(await stored('first'));
    expect((await baseline('show', 'third')).err).toContain('holds no run or commit third');
  });

  it('is pruned to the newest runs of each history, and says first what would go', async () => {
    for (const day of [1, 2, 3]) await baseline('add', writeRun(folder, { day }));
    await baseline('add', writeRun(folder, { day: 4 }), '--branch', 'topic');
    const would = await baseline('prune', '--keep', '1', '--dry-run');
    expect(would.out).toMatch(/^would remove .*20260301.*\nwould remove .*20260302/);
    expect(filesIn(store)).toHaveLength(4);
    expect((await baseline('prune', '--keep', '1')).code).toBe(0);
    expect(filesIn(store).map((path) => /\d{8}T/.exec(path)?.[0])).toEqual([
      '20260303T',
      '20260304T',
    ]);
    await baseline('prune', '--keep', '0', '--branch', 'topic');
    expect(filesIn(store)).toHaveLength(1);
    // Folders that hold nothing any more are gone with their last run.
    expect(readdirSync(join(store, 'topic'))).toEqual([]);
  });

  it('says of a file that is none of its what is wrong, and of a misspelt name', async () => {
    await baseline('add', writeRun(folder, { day: 1 }));
    const misspelt = await baseline('list', '--branch', 'mian');
    expect(misspelt).toMatchObject({ code: 2, out: '' });
    expect(misspelt.err).toContain('no run of branch mian is there; did you mean main?');
    const path = join(store, filesIn(store)[0] ?? '');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"series":1}\n`);
    const { code, err } = await baseline('list');
    expect(code).toBe(2);
    expect(err).toMatch(/Z-\w{8}\.jsonl:\d+:1: is no line of a baseline store/);
    expect((await run('baseline', 'list', '--store', join(folder, 'none'))).err).toContain(
      'cannot be read: it does not exist',
    );
    mkdirSync(join(folder, 'empty'));
    expect((await run('history', '--store', join(folder, 'empty'))).err).toContain('holds no run');
  });

  it.skipIf(!available('git', 'branches that are merged'))(
    'merges without conflict, whatever was added on either side',
    async () => {
      const git = (...argv: readonly string[]): void => {
        const name = ['-c', 'user.name=a', '-c', 'user.email=a@example.org'];
        const { status, stderr } = spawnSync('git', [...name, ...argv], {
          cwd: store,
          encoding: 'utf8',
        });
        expect(status, stderr).toBe(0);
      };
      const commit = async (day: number): Promise<void> => {
        await baseline('add', writeRun(folder, { day }));
        git('add', '.');
        git('commit', '-qm', `day ${day}`);
      };
      mkdirSync(store);
      git('init', '-qb', 'trunk');
      await commit(1);
      git('checkout', '-qb', 'other');
      await commit(2);
      git('checkout', '-q', 'trunk');
      await commit(3);
      git('merge', '-q', '--no-edit', 'other');
      const { histories } = JSON.parse((await baseline('list', '--json')).out);
      expect(histories[0].runs).toHaveLength(3);
    },
  );
});

describe('gate --baseline STORE', () => {
  const gate = (candidate: string, ...argv: readonly string[]) =>
    run('gate', '--baseline', store, '--candidate', candidate, '--max', 'stored=+2%', ...argv);

  it('compares with the newest run of the branch', async () => {
    await baseline('add', writeRun(folder, { day: 1, larger: 0.5 }));
    await baseline('add', writeRun(folder, { day: 2 }));
    await baseline('add', writeRun(folder, { day: 3, larger: 5 }), '--branch', 'topic');
    const { code, out } = await gate(writeRun(folder, { day: 9, larger: 1.03 }), '--json');
    // One repetition cannot show that it does not vary.
    expect(code).toBe(4);
    const { before, judgements } = JSON.parse(out);
    expect(before.what).toMatch(/20260302T030000Z/);
    expect(judgements[0].ratio).toBeCloseTo(1.03, 3);
    const topic = await gate(writeRun(folder, { day: 9 }), '--branch', 'topic', '--json');
    expect(JSON.parse(topic.out).judgements[0].ratio).toBeCloseTo(0.2, 3);
  });

  it('takes the run before, where the candidate was added already', async () => {
    await baseline('add', writeRun(folder, { day: 1, larger: 0.5 }));
    const candidate = writeRun(folder, { day: 2 });
    await baseline('add', candidate);
    const { judgements } = JSON.parse((await gate(candidate, '--json')).out);
    expect(judgements[0].ratio).toBeCloseTo(2, 3);
  });

  it('ends with 2 where there is none of that branch, machine or plan', async () => {
    await baseline('add', writeRun(folder, { day: 1 }));
    const { machine, plan } = trainingRecords().opening;
    const cases = [
      [writeRun(folder, { day: 9 }), '--branch', 'none'],
      [writeRun(folder, { day: 9, opening: { machine: { ...machine, cores: 64 } } })],
      [writeRun(folder, { day: 9, opening: { plan: { ...plan, hash: 'f'.repeat(64) } } })],
    ] as const;
    for (const [candidate, ...argv] of cases) {
      const { code, out, err } = await gate(candidate, ...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/holds no run of branch \w+ on .* of the plan of/);
    }
    const file = writeRun(folder, { day: 1 });
    const stray = await run('gate', '--baseline', file, '--candidate', file, '--branch', 'main');
    expect(stray.err).toContain('--branch does nothing here');
  });
});
