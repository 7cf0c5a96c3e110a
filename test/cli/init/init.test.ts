import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../captured.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-init-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs init where a person gives these answers, one after the other; nobody is there without. */
async function init(argv: readonly string[], answers: readonly string[] = []) {
  const { host, out, err } = captured();
  const left = [...answers];
  const ask = async () => left.shift() ?? null;
  return { code: await main(['init', ...argv], { ...host, ask }), out: out(), err: err() };
}

async function check(file: string): Promise<number> {
  return main(['check', file], captured().host);
}

const IMAGES = 'images=60 TB, 25 %/year, medical-images';

describe('init', () => {
  it('writes a scenario that is accepted, with the schema that is installed, and only once', async () => {
    const { code, err } = await init([folder, '--data', IMAGES, '--rto', 'images=3 d']);
    expect(code, err).toBe(0);
    const file = join(folder, 'scenario.yaml');
    const text = readFileSync(file, 'utf8');
    const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? '';
    expect(existsSync(resolve(folder, schema))).toBe(true);
    // Three times 60 TB is less than the 240 TB of one group of twelve.
    expect(text).toContain('drives: 12\n');
    expect(text).toContain('objectives:\n      rto: 3 d\n');
    expect(await check(file)).toBe(0);
    const again = await init([folder, '--data', IMAGES]);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/scenario\.yaml is there already/);
  });

  it('takes what observe has printed', async () => {
    const file = join(folder, 'observed.yaml');
    writeFileSync(file, 'workloads:\n  srv: { size: 2 TB, files: 6, compressibility: 2.48 }\n');
    const { code, out } = await init(['--from', file]);
    expect(code).toBe(0);
    expect(out).toMatch(/workloads:\n {2}srv:\n {4}size: 2 TB\n {4}files: 6\n/);
  });

  it('asks where nothing is given, and takes what stands in brackets for an empty answer', async () => {
    const { code, out } = await init([], ['nonsense', IMAGES, '', '', '', '10 Gbit/s']);
    expect(code).toBe(0);
    expect(out).toContain('class: medical-images\n');
    expect(out).toContain('rto: 3 d\n');
    expect(out).toContain('rpo: 25 h\n');
    expect(out).toContain('rate: 10 Gbit/s,');
  });

  it('keeps names that YAML would take for something else', async () => {
    const { code, out } = await init(['--data', 'a: [b]=1 TB', '--data', 'null=1 TB']);
    expect(code).toBe(0);
    expect(out).toContain('  "a: [b]":\n');
    expect(out).toContain('  "null":\n');
  });

  it.each([
    [[], /nobody says what is to be protected/],
    [['--data', 'images'], /write a name and a size/],
    [['--data', 'images=60 Tb'], /^workloads\.images\.size: .*"Tb" is not a unit/],
    [['--data', 'images=60 TB, medical'], /^workloads\.images\.class: .*medical/],
    [['--line', 'fast'], /write a rate such as 10 Gbit\/s/],
    [['--from', 'scenarios/history-m7a.csv'], /history-m7a\.csv/],
  ])('refuses %s', async (argv, message) => {
    const { code, err } = await init(argv);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});
