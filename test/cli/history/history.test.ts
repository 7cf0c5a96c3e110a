import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import type { Histories } from '../../../src/gate/history/history.ts';
import { normalQuantile } from '../../../src/random/normal-quantile.ts';
import { stream } from '../../../src/random/stream.ts';
import { trainingRecords } from '../../support/gate/records.ts';
import { type WrittenRun, writeRun } from '../../support/gate/stored-runs.ts';
import { captured } from '../captured.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-history-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...argv: readonly string[]) {
  const { host, out, err } = captured();
  return { code: await main([...argv, '--store', join(folder, 'store')], host), out: out(), err };
}

/** Adds a run a day, each with noise of 1.5 %, changed by what is said of its day. */
async function days(count: number, change: (day: number) => Omit<WrittenRun, 'day'>) {
  const draw = stream(1, 'days');
  const files = Array.from({ length: count }, (_, index) => {
    const day = index + 1;
    const given = change(day);
    const slower = (given.slower ?? 1) * Math.exp(0.015 * normalQuantile(draw()));
    return writeRun(folder, { ...given, day, slower });
  });
  expect((await run('baseline', 'add', ...files)).code).toBe(0);
}

const told = async (...argv: readonly string[]): Promise<Histories> =>
  JSON.parse((await run('history', '--json', ...argv)).out);

const newer = (): Partial<(typeof FIRST)['opening']> => {
  const { tar } = FIRST.opening.tools;
  return { tools: { ...FIRST.opening.tools, tar: { ...tar, version: '9.9' } as never } };
};
const FIRST = trainingRecords();

describe('history', () => {
  it('finds a tenth more work from a day on, says what else differs, and never fails', async () => {
    await days(24, (day) => (day < 13 ? {} : { slower: 1.1, opening: newer() }));
    const { code } = await run('history');
    expect(code).toBe(0);
    const found = await told('--metric', 'work,stored');
    const schema = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../docs/history.schema.json'), 'utf8'),
    );
    expect(new Ajv2020({ strict: false }).validate(schema, found)).toBe(true);
    const [work, stored] = found.histories[0]?.series ?? [];
    expect(work).toMatchObject({ series: 'tiny/tar/disk', metric: 'work', judged: 24 });
    expect(work?.changes).toEqual([
      expect.objectContaining({
        at: 12,
        run: '20260313T030000Z',
        besides: [expect.stringMatching(/^tar \S+ → 9\.9$/)],
      }),
    ]);
    expect(work?.changes[0]?.ratio).toBeCloseTo(1.1, 1);
    expect(stored?.changes).toEqual([]);
  });

  it('is quiet where there is nothing but noise', async () => {
    await days(30, () => ({}));
    const [history] = (await told()).histories;
    expect(history?.series.map(({ metric }) => metric)).toEqual([
      'work',
      'wall',
      'memory',
      'stored',
    ]);
    for (const { changes } of history?.series ?? []) expect(changes).toEqual([]);
    expect((await run('history')).out).toContain('No change in 4 figures');
  });

  it('finds bytes that grow by 3 %, and draws them in each format', async () => {
    await days(16, (day) => (day < 9 ? {} : { larger: 1.03 }));
    const { out } = await run('history', '--metric', 'stored');
    expect(out).toMatch(/2026-03-09 {2}tiny\/tar\/disk {2}stored .*\+3 %/);
    expect(out).toMatch(/▁{8}│▃{8}/);
    const markdown = (await run('history', '--metric', 'stored', '--format', 'markdown')).out;
    expect(markdown).toMatch(/^## Changes$/m);
    const page = (await run('history', '--metric', 'stored', '--format', 'html')).out;
    expect(page).toContain("script-src 'sha256-");
    expect(page).toContain('id="history-0"');
    expect((await run('history', '--format', 'csv')).code).toBe(2);
  });

  it('says that a few runs are too few, and looks at the newest if asked', async () => {
    await days(16, (day) => (day < 9 ? {} : { larger: 1.5 }));
    const { out } = await run('history', '--last', '7');
    expect(out).toContain('too few runs to look for changes');
    expect(out).toContain('7 runs on');
  });

  it('keeps plans and machines apart', async () => {
    const { machine, plan } = FIRST.opening;
    await days(4, (day) => ({
      opening: {
        plan: { ...plan, hash: (day % 2 === 0 ? 'a' : 'b').repeat(64) },
        machine: { ...machine, cores: day < 3 ? 2 : 64 },
      },
    }));
    const { histories } = await told();
    expect(histories.map(({ runs }) => runs.length)).toEqual([1, 1, 1, 1]);
  });

  it('shows no name that steers a terminal or a page', async () => {
    const odd = '<b>x</b>\u001b[31m\u202e|`y`';
    const path = writeRun(folder, {
      day: 1,
      opening: { plan: { ...FIRST.opening.plan, name: odd } },
    });
    expect((await run('baseline', 'add', path, '--branch', odd, '--commit', odd)).code).toBe(0);
    for (const argv of [['baseline', 'list'], ['baseline', 'show'], ['history']]) {
      const { code, out } = await run(...argv);
      expect(code).toBe(0);
      expect(out).toContain('\\u001b[31m\\u202e');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
      expect(out).not.toMatch(/[\u001b\u202e]/);
    }
    const page = (await run('history', '--format', 'html')).out;
    expect(page).toContain('&lt;b&gt;x');
    expect(page).not.toContain('<b>x');
    expect((await run('history', '--format', 'markdown')).out).not.toContain('<b>x');
  });

  it('refuses a misspelt metric', async () => {
    const { code, err } = await run('history', '--metric', 'stord');
    expect(code).toBe(2);
    expect(err()).toContain('did you mean stored?');
  });
});
