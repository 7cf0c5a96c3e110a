import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Measurement, Opening } from '../../../src/benchmark/measurement.ts';
import { main } from '../../../src/cli/main.ts';
import { gateOutcome } from '../../../src/gate/outcome.ts';
import { recordsText, trainingRecords } from '../../support/gate/records.ts';
import { captured } from '../captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-gate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { opening, lines: all } = trainingRecords();
/** One series of one tool, whose bytes do not vary, and what its dataset is like. */
const twice = all.filter(({ dataset, tool }) => dataset === 'tiny' && [null, 'tar'].includes(tool));
const third = twice
  .filter(({ repetition }) => repetition === 2)
  .map((line) => ({ ...line, repetition: 3, step: line.step.replace(/^2/, '3') }));
const lines = [...twice, ...third];

let files = 0;
function file(text: string): string {
  const path = join(folder, `${files++}.jsonl`);
  writeFileSync(path, text);
  return path;
}

const OLD = file(recordsText(opening, lines));

/** Another run of the same, with changes. */
const other = (
  changed: (line: Measurement) => Partial<Measurement> = () => ({}),
  first: Partial<Opening> = {},
): string =>
  file(
    recordsText(
      { ...opening, run: '20261201T000000Z', ...first },
      lines.map((line) => ({ ...line, ...changed(line) })),
    ),
  );

const gate = (candidate: string, ...argv: readonly string[]) => between(OLD, candidate, ...argv);

async function between(old: string, candidate: string, ...argv: readonly string[]) {
  const { host, out, err } = captured();
  const code = await main(['gate', '--baseline', old, '--candidate', candidate, ...argv], host);
  return { code, out: out(), err: err() };
}

/** Backups that ask an object store so often each. */
const asking = (requests: number) => (line: Measurement) =>
  line.kind === 'backup' ? { requests } : {};

const more = (by: number) => (line: Measurement) =>
  line.stored ? { stored: { ...line.stored, bytes: line.stored.bytes * by } } : {};

describe('gate of stored records', () => {
  it('passes what is the same', async () => {
    const { code, out } = await gate(other(), '--max', 'stored=+2%,memory=+25%', '--json');
    expect(code).toBe(0);
    const outcome = gateOutcome.parse(JSON.parse(out));
    expect(outcome).toMatchObject({ verdict: 'pass', from: 'records' });
    expect(outcome.judgements.map(({ metric, verdict }) => [metric, verdict])).toEqual([
      ['memory', 'same'],
      ['stored', 'same'],
    ]);
  });

  it('finds three per cent more stored, and ends with 3', async () => {
    const { code, out } = await gate(other(more(1.03)), '--max', 'stored=+2%');
    expect(code).toBe(3);
    expect(out).toMatch(/stored .*\+3 % .*more\n/);
    expect(out.trimEnd()).toMatch(/FAIL: 1 worse of 1 judged$/);
  });

  it('finds twice the memory', async () => {
    const hungry = other(({ usage }) =>
      usage?.peakMemory
        ? {
            usage: {
              ...usage,
              peakMemory: { ...usage.peakMemory, bytes: usage.peakMemory.bytes * 2 },
            },
          }
        : {},
    );
    expect(await gate(hungry, '--max', 'memory=+25%')).toMatchObject({ code: 3 });
  });

  it('finds a fifth more requests, of all backups together, unless it may be a quarter', async () => {
    const [old, candidate] = [other(asking(100), { run: 'old' }), other(asking(120))];
    const { code, out } = await between(old, candidate, '--max', 'requests=+10%', '--json');
    expect(code).toBe(3);
    const { judgements } = gateOutcome.parse(JSON.parse(out));
    const backups = new Set(
      lines.filter(({ kind }) => kind === 'backup').map(({ point }) => point),
    );
    expect(judgements).toMatchObject([
      {
        ...{ metric: 'requests', unit: 'count', how: 'exact', verdict: 'worse' },
        ...{ before: 100 * backups.size, after: 120 * backups.size, ratio: 1.2 },
      },
    ]);
    expect(await between(old, candidate, '--max', 'requests=+25%')).toMatchObject({ code: 0 });
    const uncounted = await between(OLD, candidate, '--max', 'requests=+25%');
    expect(uncounted).toMatchObject({ code: 2, out: '' });
    expect(uncounted.err).toContain('nothing was measured of requests');
  });

  it('cannot tell of times, however they differ, and ends with 4 or as it is told', async () => {
    const slow = other(({ usage }) => (usage ? { usage: { ...usage, wall: usage.wall * 3 } } : {}));
    const { code, out } = await gate(slow, '--max', 'wall=+10%');
    expect(code).toBe(4);
    expect(out).toContain('+200 %');
    expect(out).toContain('run both with --plan');
    expect(await gate(slow, '--max', 'wall=+10%', '--on-unclear', 'pass')).toMatchObject({
      code: 0,
    });
  });

  it('cannot tell of bytes with one repetition', async () => {
    const once = lines.filter(({ repetition }) => repetition === 1);
    const path = file(recordsText({ ...opening, run: 'once' }, once));
    const { code, out } = await gate(path, '--max', 'stored=+2%');
    expect(code).toBe(4);
    expect(out).toContain('fewer than 3 repetitions');
  });

  it('writes the files of CI systems, and annotations beside JSON', async () => {
    const [markdown, junit] = [join(folder, 'a.md'), join(folder, 'a.xml')];
    const { code, out, err } = await gate(
      other(more(1.5)),
      ...['--max', 'stored=+2%', '--json', '--annotations'],
      ...['--markdown', markdown, '--junit', junit],
    );
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ verdict: 'fail' });
    expect(err).toBe('::error title=tiny/tar/disk stored::more: +50 %25; limit +2 %25\n');
    expect(readFileSync(markdown, 'utf8')).toMatch(/^\*\*FAIL: 1 worse of 1 judged\*\*\n/);
    expect(readFileSync(junit, 'utf8')).toContain('<failure type="worse" message="more: +50 %;');
  });
});

describe('gate refuses, with 2,', () => {
  it.each<[string, () => string, RegExp]>([
    ['a file that is missing', () => join(folder, 'none'), /none:1:1: cannot be read/],
    ['an empty file', () => file(''), /is not the beginning of measurements/],
    ['a file that was cut in its first line', () => file('{"format":"backcast/'), /beginning/],
    ['a file of an opening alone', () => file(recordsText(opening, [])), /no measured step/],
    ['the same run twice', () => file(recordsText(opening, lines)), /both files are of one run/],
    [
      'another machine',
      () => other(undefined, { machine: { ...opening.machine, cpu: 'another' } }),
      /is of another machine: another/,
    ],
    [
      'another plan',
      () => other(undefined, { plan: { ...opening.plan, hash: 'f'.repeat(64) } }),
      /is of another plan: Training ffffffffffff/,
    ],
    [
      'another version of a tool',
      () =>
        other(undefined, {
          tools: {
            ...opening.tools,
            tar: { ...(opening.tools.tar as never as object), version: '9' } as never,
          },
        }),
      /has another tar: 9 .*say --other-versions/,
    ],
    ['a probe', () => other(undefined, { purpose: 'probe' }), /is of a probe/],
    [
      'a run of which all steps failed',
      () =>
        other(({ tool }) =>
          tool === null ? {} : { outcome: 'failed', reason: 'no room', usage: null },
        ),
      /steps that failed or were left out, first 1\/tiny\/tar\/disk\/init: no room/,
    ],
    [
      'a run that lacks a series',
      () =>
        file(
          recordsText(
            { ...opening, run: 'x' },
            lines.filter(({ tool }) => tool === null),
          ),
        ),
      /no measured step/,
    ],
    [
      'a run that was broken off in each series',
      () =>
        file(
          recordsText(
            { ...opening, run: 'x' },
            lines.filter(({ kind }) => kind !== 'restore'),
          ),
        ),
      /holds no whole run of tiny\/tar\/disk/,
    ],
  ])('%s', async (_, candidate, said) => {
    const { code, out, err } = await gate(candidate(), '--max', 'stored=+2%');
    expect(err).toMatch(said);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('a misspelt metric, and one of which nothing was measured', async () => {
    const misspelt = await gate(other(), '--max', 'stord=+2%');
    expect(misspelt).toMatchObject({ code: 2, out: '' });
    expect(misspelt.err).toContain('--max stord: is no metric; metrics are time, wall');
    const unmeasured = await gate(other(), '--max', 'stored=+2%,sent=+2%');
    expect(unmeasured).toMatchObject({ code: 2, out: '' });
    expect(unmeasured.err).toContain('nothing was measured of sent');
  });

  it('other versions, unless they are what is to be judged', async () => {
    const tools = Object.fromEntries(
      Object.entries(opening.tools).map(([name, tool]) => [name, { ...tool, version: '9' }]),
    );
    const newer = other(undefined, { tools });
    expect(await gate(newer, '--max', 'stored=+2%')).toMatchObject({ code: 2 });
    const judged = await gate(newer, '--max', 'stored=+2%', '--other-versions');
    expect(judged).toMatchObject({ code: 0 });
  });

  it('one file alone, none, and options that belong to another comparison', async () => {
    const { host, err } = captured();
    expect(await main(['gate', '--baseline', OLD], host)).toBe(2);
    expect(await main(['gate'], host)).toBe(2);
    expect(await main(['gate', '--baseline', OLD, '--candidate', OLD, '--aa'], host)).toBe(2);
    expect(err()).toContain('--candidate is missing');
    expect(err()).toContain('nothing to compare was given');
    expect(err()).toContain('--aa does nothing here');
  });
});
