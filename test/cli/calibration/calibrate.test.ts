import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../captured.ts';

type Line = Readonly<Record<string, unknown>>;

const folder = mkdtempSync(join(tmpdir(), 'backcast-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SHIPPED = new URL('../../../scenarios/profiles/training.jsonl', import.meta.url);
const [opening = {}, ...lines] = readFileSync(SHIPPED, 'utf8')
  .trim()
  .split('\n')
  .map((text) => JSON.parse(text) as Line);
const UNSEEN = ['office', 'middle'];
const isUnseen = ({ dataset }: Line) => UNSEEN.includes(String(dataset));

/** Writes measurements to a file. */
function written(name: string, first: Line, rest: readonly Line[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${[first, ...rest].map((line) => JSON.stringify(line)).join('\n')}\n`);
  return path;
}

async function run(...args: string[]) {
  const { host, out, err } = captured();
  return { code: await main(args, host), out: out(), err: err() };
}

const profile = join(folder, 'tools.profile.yaml');
const seen = written(
  'seen.jsonl',
  opening,
  lines.filter((line) => !isUnseen(line)),
);
const unseen = written('unseen.jsonl', opening, lines.filter(isUnseen));

describe('calibrate', () => {
  beforeAll(async () => {
    expect((await run('calibrate', seen, '--out', profile, '--quiet')).code).toBe(0);
  });

  it('prints how far each forecast may be trusted, the terms, and what the runs cannot tell', async () => {
    const { out } = await run('calibrate', seen, '--quiet');
    expect(out).toMatch(/^calibrated by \d+ records of 1 run/);
    expect(out).toContain('How far each forecast may be trusted');
    expect(out).toMatch(/rsync +backup +stored +[AB] +0 %/);
    expect(out).toContain('built-in, backup, work: the runs cannot tell store from read');
  });

  it('finds what is known of tools: rsync stores each byte once, restic starts in some 0.1 s of work', async () => {
    const { tools } = JSON.parse((await run('calibrate', seen, '--json', '--quiet')).out);
    const backup = (tool: string) =>
      tools[tool].operations.find(({ operation }: Line) => operation === 'backup');
    expect(backup('rsync').stored.fitted.terms).toMatchObject([{ name: 'share', value: 1 }]);
    const [fixed] = backup('restic').work.terms;
    expect(fixed.name).toBe('fixed');
    expect(fixed.value).toBeGreaterThan(0.08);
    expect(fixed.value).toBeLessThan(0.25);
  });

  it('foretells datasets that it has not seen', async () => {
    const { code, out } = await run(
      'hindcast',
      profile,
      unseen,
      '--json',
      '--max-error',
      '25%',
      '--quiet',
    );
    expect(code).toBe(0);
    const { compared } = JSON.parse(out);
    const errors = compared
      .filter((one: Line) => one.figure === 'work' && one.operation === 'backup')
      .map((one: { forecast: { expected: number }; measured: number }) =>
        Math.abs(one.forecast.expected / one.measured - 1),
      )
      .sort((a: number, b: number) => a - b);
    expect(errors.length).toBeGreaterThan(30);
    expect(errors[Math.floor(errors.length / 2)]).toBeLessThan(0.2);
  });

  it.each([
    ['markdown', /^Foretold by a profile of .*\n\n## Foretold and measured, .*\n\n\| figure /],
    ['html', /^<!doctype html>[\s\S]*<h1>Foretold and measured<\/h1>[\s\S]*<table/],
  ])('writes a hindcast as %s', async (format, said) => {
    const { code, out } = await run('hindcast', profile, unseen, '--format', format);
    expect(code).toBe(0);
    expect(out).toMatch(said);
    expect(out).not.toMatch(/undefined|NaN|<script/);
  });

  it('says where noise makes more be accepted than was asked for', async () => {
    const { err } = await run('hindcast', profile, unseen, '--max-error', '0%');
    expect(err).toMatch(/work: a median error of [\d.]+ % is accepted, 1.2 × what noise/);
  });

  it.each([
    [
      'another machine',
      { ...opening, machine: { ...(opening.machine as object), cores: 64 } },
      lines,
      /another machine/,
    ],
    [
      'times doubled',
      opening,
      lines.map((line) => {
        const usage = line.usage as Record<string, number> | null;
        return usage
          ? {
              ...line,
              usage: { ...usage, user: 2 * (usage.user ?? 0), system: 2 * (usage.system ?? 0) },
            }
          : line;
      }),
      /work of all tools: \d+ of \d+ lie in their 90 % interval, too few for chance/,
    ],
    [
      'a tool swapped',
      opening,
      lines.map((line) => ({
        ...line,
        tool: line.tool === 'restic' ? 'tar' : line.tool === 'tar' ? 'restic' : line.tool,
      })),
      /too few for chance/,
    ],
  ])('ends with 3 where records are those of %s', async (name, first, rest, said) => {
    const file = written(`${name}.jsonl`, first, rest.filter(isUnseen));
    const { code, err } = await run('hindcast', profile, file);
    expect(code).toBe(3);
    expect(err).toMatch(said);
  });

  it('refuses machines and versions that are mixed, unless asked for', async () => {
    const machine = { ...(opening.machine as object), cpu: 'another' };
    const other = written('other.jsonl', { ...opening, machine }, lines.slice(0, 80));
    const mixed = await run('calibrate', seen, other);
    expect(mixed).toMatchObject({ code: 2 });
    expect(mixed.err).toContain('the measurements are of more than one kind: machines: ');
    expect((await run('calibrate', seen, other, '--mixed', '--quiet')).code).toBe(0);
  });

  it('says so where nothing can be fitted, and names a file that is none', async () => {
    const empty = written('empty.jsonl', opening, []);
    expect(await run('calibrate', empty)).toMatchObject({
      code: 2,
      err: expect.stringContaining('nothing in these measurements can be fitted'),
    });
    writeFileSync(join(folder, 'text.jsonl'), 'hello\n');
    expect(await run('calibrate', join(folder, 'text.jsonl'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('is not the beginning of measurements'),
    });
    expect(await run('hindcast', join(folder, 'text.jsonl'), unseen)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is no profile'),
    });
  });

  it('refuses what it cannot do before it fits or writes anything', async () => {
    const before = readFileSync(seen, 'utf8');
    expect(await run('calibrate', seen, '--out', seen)).toMatchObject({
      code: 2,
      err: expect.stringContaining('is one of the measurements'),
    });
    expect(readFileSync(seen, 'utf8')).toBe(before);
    const file = join(folder, 'both.yaml');
    expect(await run('calibrate', seen, '--out', file, '--stanza', '--json')).toMatchObject({
      code: 2,
    });
    expect(existsSync(file)).toBe(false);
  });

  it('counts failed steps and leaves them out', async () => {
    const failed = written(
      'failed.jsonl',
      opening,
      lines.map((line, i) =>
        line.kind === 'backup' && i % 2 ? { ...line, outcome: 'failed', reason: 'x' } : line,
      ),
    );
    const { out } = await run('calibrate', failed, '--quiet');
    expect(out).toMatch(/\d+ steps left out: failed, or left out/);
  });
});
