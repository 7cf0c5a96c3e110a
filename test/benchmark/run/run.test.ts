import { appendFileSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { measurement, opening } from '../../../src/benchmark/measurement.ts';
import { stepsOf } from '../../../src/benchmark/steps.ts';
import { planOf, SMALL } from '../../support/bench-plan.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { heldAgainstTruth } from '../../support/held-against-truth.ts';
import { available } from '../../support/programs/require.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const TAR = `${SMALL.replace('rsync: {}', "'built-in': {}")}repetitions: 1\n`;

describe.skipIf(!available('tar', 'runs with tar'))('a run', () => {
  it('measures, restores and compares all, and leaves its measurements and nothing else', async () => {
    const { code, summary } = await folder.bench(`${TAR}verify: [md5, bytes]\n`, '--json');
    expect(summary().failures).toEqual([]);
    expect(code).toBe(0);
    expect(summary().restores).toMatchObject({ compared: 4, equal: 4 });
    const { opening: first, lines } = folder.measurements();
    expect(opening.parse(first)).toEqual(first);
    for (const line of lines) expect(measurement.parse(line)).toEqual(line);
    const steps = stepsOf(planOf(`${TAR}verify: [md5, bytes]\n`));
    expect(lines.map(({ step }) => step)).toEqual(steps.map(({ id }) => id));
    const left = readdirSync(folder.work).filter((name) => !name.startsWith('.'));
    expect(left.filter((name) => !name.startsWith('measurements-'))).toEqual([]);
  });

  const TIME = available('time', 'what a tool takes');
  it.skipIf(!TIME)('says of a tool what it took and what it stored', async () => {
    await folder.bench(TAR, '--quiet');
    const { lines } = folder.measurements();
    const backup = lines.find(({ step }) => step === '1/office/tar/disk/0-full');
    const { source, stored, usage, cache, load, reported } = backup ?? {};
    expect(source?.files).toBe(20);
    expect(stored?.bytes).toBeGreaterThan(source?.bytes ?? Infinity);
    const init = lines.find(({ step }) => step === '1/office/tar/disk/init');
    expect(init?.usage?.wall).toBeGreaterThan(0);
    expect(init?.stored).toEqual({ bytes: 0, files: 0 });
    expect(backup?.added).toEqual({ bytes: stored?.bytes, files: 1 });
    const remove = lines.find(({ step }) => step === '1/office/tar/disk/remove');
    expect(remove?.usage).toMatchObject({ wall: expect.any(Number), user: null, queue: null });
    expect(usage?.wall).toBeGreaterThan(0);
    expect(usage?.read?.bytes).toBeGreaterThan(source?.bytes ?? Infinity);
    expect(usage?.peakMemory?.bytes).toBeGreaterThan(1e6);
    expect(cache).toEqual({ state: 'warm', by: 'read before' });
    expect(load?.before).toBeGreaterThanOrEqual(0);
    expect(reported?.copied ?? reported?.added).toBe(20);
  });

  it('ends where the budget does, goes on where it ended, and repeats nothing', async () => {
    const first = await folder.bench(TAR, '--json', '--budget', '1ms');
    expect(first.code).toBe(0);
    expect(first.summary().notBegun.length).toBeGreaterThan(10);
    expect(first.err).toContain('--resume');
    const second = await folder.bench(TAR, '--json', '--resume');
    expect([second.code, second.summary().notBegun]).toEqual([0, []]);
    expect(second.summary().restores).toMatchObject({ compared: 4, equal: 4 });
    const { lines } = folder.measurements();
    expect(new Set(lines.map(({ step }) => step)).size).toBe(lines.length);
    expect((await folder.bench(TAR, '--resume')).code).toBe(2);
  });

  it('is taken away by --discard, but for its measurements', async () => {
    await folder.bench(TAR, '--quiet', '--budget', '1ms');
    expect((await folder.bench(TAR, '--discard')).code).toBe(0);
    const left = readdirSync(folder.work).filter((name) => !name.startsWith('.'));
    expect(left.filter((name) => !name.startsWith('measurements-'))).toEqual([]);
  });
});

describe.skipIf(!available('tar', 'runs with tar'))('what is backed up', () => {
  it('may have names that try their reader: all come back, and none is interpreted', async () => {
    const made = new Set<string>();
    // A shell would make it where a program runs, which is removed before the end.
    const looking = setInterval(() => {
      for (const path of readdirSync(folder.path, { recursive: true, encoding: 'utf8' })) {
        made.add(basename(path));
      }
    }, 20);
    const { code, summary } = await folder.bench(
      TAR.replace('files: 20,', 'files: 20, names: hostile,'),
      '--json',
    );
    clearInterval(looking);
    expect(made.size).toBeGreaterThan(60);
    expect(made.has('pwned')).toBe(false);
    expect([code, summary().failures]).toEqual([0, []]);
    expect(summary().restores).toMatchObject({ compared: 4, equal: 4 });
    const { lines } = folder.measurements();
    expect(lines.find(({ kind }) => kind === 'restore')?.compared?.entries).toBeGreaterThan(60);
  });

  it('is what the generator changed, by the counts of the tools', async () => {
    await folder.bench(`${TAR}levels: [full, unchanged, incremental, differential]\n`, '--quiet');
    heldAgainstTruth(folder.measurements().lines);
  });

  it('may change while it is read: what came back is told to differ, and nothing breaks', async () => {
    const data = join(folder.path, 'data');
    mkdirSync(data);
    for (let i = 0; i < 50; i++) writeFileSync(join(data, `file ${i}`), 'x'.repeat(100_000));
    let turns = 0;
    const writing = setInterval(() => {
      appendFileSync(join(data, 'log'), 'another line\n');
      turns += 1;
    }, 5);
    const { code, summary } = await folder.bench(
      `
datasets: { live: { directory: ${data} } }
tools: { built-in: {}, tar: {} }
levels: [full]
repetitions: 1
`,
      '--json',
    );
    clearInterval(writing);
    expect(turns).toBeGreaterThan(10);
    expect(code).toBe(3);
    for (const { differences } of summary().failures) {
      for (const one of differences) expect(one).toContain('log');
    }
  });
});

describe('a step that fails', () => {
  const own = (backup: string, rest = '') => `
datasets: { office: { files: 5, size: { median: 1 KiB, sigma: 0 } } }
tools:
  built-in: {}
  mine:
    command:
      backup: ${backup}
      restore: [cp, -a, '{target}/{point}/.', '{into}']
levels: [full]
repetitions: 1
${rest}`;

  it('is a backup that does not bring back what it was given; the others go on', async () => {
    const other = JSON.stringify(['sh', '-c', 'mkdir "$0" && echo > "$0/z"', '{target}/{point}']);
    const { code, summary } = await folder.bench(own(other), '--json');
    expect(code).toBe(3);
    expect(summary().restores).toMatchObject({ compared: 2, equal: 1 });
    const [failure, ...more] = summary().failures;
    expect(more).toEqual([]);
    expect(failure?.step).toBe('1/office/mine/disk/restore-0');
    expect(failure?.differences[0]).toContain('is missing');
  });

  it('is a restore that links to the source instead of bringing it back', async () => {
    const link = ['sh', '-c', 'rmdir "$1" && ln -s "$2" "$1"', 'sh', '{into}', '{target}/source'];
    const linked = ['sh', '-c', 'ln -s "$0" "$1/source"; echo > "$1/z"', '{source}', '{target}'];
    const plan = own(JSON.stringify(linked)).replace(
      /restore: .*/,
      `restore: ${JSON.stringify(link)}`,
    );
    const { code, summary } = await folder.bench(plan, '--json');
    expect(code).toBe(3);
    expect(summary().failures[0]?.reason).toContain('what came back is a link to');
  });

  it('is told in its own words, and what needs it is left out', async () => {
    const { code, summary } = await folder.bench(own("[cp, -a, /nowhere, '{target}']"), '--json');
    expect(code).toBe(3);
    expect(summary().failures[0]).toMatchObject({
      step: '1/office/mine/disk/0-full',
      reason: 'cp ended with exit code 1',
    });
    expect(summary().failures[0]?.said).toContain('/nowhere');
    const restore = summary().rows.find(({ tool, kind }) => tool === 'mine' && kind === 'restore');
    expect(restore).toMatchObject({ done: 0, failed: 0, leftOut: 1 });
  });

  it('is one that hangs: it is ended at its timeout', async () => {
    const plan = own("[sleep, '600']", 'timeout: 1 s\n');
    const { code, summary } = await folder.bench(plan, '--json');
    expect(code).toBe(3);
    expect(summary().failures[0]?.reason).toContain('took longer than 1 s');
  });
});

describe('a directory of the user', () => {
  it('is read, never written, and changed by a command of theirs', async () => {
    const data = join(folder.path, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'a'), 'one');
    const { code, summary } = await folder.bench(
      `
datasets: { mine: { directory: ${data}, next: [cp, a, b] } }
tools: { built-in: {} }
levels: [full, incremental]
repetitions: 1
`,
      '--json',
    );
    expect([code, summary().failures]).toEqual([0, []]);
    expect(readdirSync(data).sort()).toEqual(['a', 'b']);
    const { lines } = folder.measurements();
    expect(lines.find(({ level }) => level === 'incremental')?.reported?.added).toBe(1);
  });

  it('may be named from the folder of the plan', async () => {
    mkdirSync(join(folder.path, 'data'));
    writeFileSync(join(folder.path, 'data', 'a'), 'one');
    const plan = `
datasets: { mine: { directory: ./data } }
tools: { built-in: {} }
levels: [full]
repetitions: 1
`;
    const { code, summary } = await folder.bench(plan, '--json');
    expect([code, summary().failures]).toEqual([0, []]);
    expect(folder.measurements().lines[0]?.source).toMatchObject({ files: 1, bytes: 3 });
  });
});

describe('snapshots of the user', () => {
  const plan = (levels: string) => `
datasets: { mine: { snapshots: [one, two] } }
tools: { built-in: {} }
levels: ${levels}
repetitions: 2
`;

  it('are followed, and only read: what changed between them is what is backed up', async () => {
    for (const name of ['one', 'two']) {
      mkdirSync(join(folder.path, name));
      writeFileSync(join(folder.path, name, 'same'), 'same');
      utimesSync(join(folder.path, name, 'same'), 1e9, 1e9);
    }
    writeFileSync(join(folder.path, 'two', 'new'), 'new');
    const { code, summary } = await folder.bench(plan('[full, incremental]'), '--json');
    expect([code, summary().failures]).toEqual([0, []]);
    const { lines } = folder.measurements();
    const increments = lines.filter(({ level }) => level === 'incremental');
    expect(increments.map(({ reported }) => [reported?.added, reported?.unchanged])).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it('are told where they are too few, or not there', async () => {
    mkdirSync(join(folder.path, 'one'));
    const { code, err } = await folder.bench(plan('[full, incremental, incremental]'));
    expect(code).toBe(2);
    expect(err).toContain('datasets.mine.snapshots: has 2 of the 3 snapshots');
    expect(err).toContain('datasets.mine.snapshots[1]: two cannot be backed up');
  });
});
