import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ENTRIES, KINDS } from '../../src/catalog/entry.ts';
import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/host/host.ts';
import { nodeHost } from '../../src/host/node.ts';

/** Runs a command line on the real host, but with its two streams caught. */
async function run(argv: readonly string[], columns?: number) {
  const out: string[] = [];
  const err: string[] = [];
  const caught = (into: string[], width?: number) => ({
    isTerminal: width !== undefined,
    columns: width,
    write: (text: string) => {
      into.push(text);
    },
  });
  const host: Host = { ...nodeHost(), stdout: caught(out, columns), stderr: caught(err) };
  const code = await main(['catalog', ...argv], host);
  return { code, out: out.join(''), err: err.join('') };
}

/** The names in the tables of a listing: what stands first in a row, below the heading and its rule. */
const names = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => /^ {2}(\S+(?: \S+)*?) {2,}\S/.exec(line)?.[1] ?? [])
    .filter((name) => name !== 'name' && !/^-+$/.test(name));

describe('catalog list', () => {
  it('prints every name, once for each kind that has it', async () => {
    const { code, out, err } = await run(['list']);
    expect(code).toBe(0);
    expect(names(out)).toEqual(ENTRIES.map(({ data }) => data.name));
    for (const title of Object.values(KINDS)) expect(out).toContain(title);
    expect(err).toContain('catalog show NAME');
  });

  it('prints one kind alone', async () => {
    const { out } = await run(['list', 'tool']);
    expect(names(out)).toEqual([
      ...['generic', 'tar', 'rsync', 'restic', 'borg', 'rclone', 'built-in'],
    ]);
  });

  it.each([
    ['rules', 'rule'],
    ['hashes', 'hash'],
    ['classes', 'class'],
  ])('takes %s for %s', async (plural, kind) => {
    expect(await run(['list', plural])).toEqual(await run(['list', kind]));
  });

  it('prints JSON in base units', async () => {
    const { code, out, err } = await run(['list', 'hash', '--json']);
    const result = JSON.parse(out);
    expect([code, err, result.format]).toEqual([0, '', 'backcast/catalog/1']);
    const md5 = result.entries.find(
      (entry: { data: { name: string } }) => entry.data.name === 'md5',
    );
    expect(md5).toMatchObject({ kind: 'hash', data: { rate: { value: 6e8, unit: 'B/s' } } });
  });

  it('refuses an unknown kind and says which one is near', async () => {
    const { code, out, err } = await run(['list', 'storrs']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('the catalog has no kind "storrs"; did you mean store?');
    expect((await run(['list', 'strawberries'])).err).toContain(
      'the kinds are store, tape, drive, cloud, link, class, checkpoint, tool, hash, codec, cipher, rule',
    );
  });
});

describe('catalog show', () => {
  it('prints each figure with its source, date and grade', async () => {
    const { code, out } = await run(['show', 'md5']);
    expect(code).toBe(0);
    expect(out).toBe(
      'hash md5: MD5\n' +
        '\n' +
        'Figures\n' +
        '  figure  value     grade      source                                               note\n' +
        '  ------  --------  ---------  ---------------------------------------------------  -----------------------\n' +
        '  rate    600 MB/s  published  xxHash README (Cyan4973/xxHash b2e9dbb), 2024-10-15  Core i7-9700K, one core\n',
    );
  });

  it('does the arithmetic of an array', async () => {
    const { out } = await run(['show', 'disk/nearline-raid6']);
    expect(out).toContain('together: 12 drives of 24 TB, 10 of them for data; read 12 x 285 MB/s');
    expect(out).toMatch(/read efficiency +75 % +assumption/);
  });

  it('prints every entry of a name that several kinds share', async () => {
    const { out } = await run(['show', 'generic']);
    expect(out).toContain('class generic:');
    expect(out).toContain('tool generic:');
    expect((await run(['show', 'none'])).out).toContain('hash none: No check\n  costs no time\n');
  });

  it('keeps to the width of a terminal', async () => {
    const { out } = await run(['show', 'restic'], 120);
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
    expect(out.replace(/\s+/g, ' ')).toContain('restic design document');
  });

  it('gives the same entries as JSON', async () => {
    const { out } = await run(['show', 'generic', '--json']);
    expect(JSON.parse(out).entries).toEqual(
      JSON.parse(JSON.stringify(ENTRIES.filter(({ data }) => data.name === 'generic'))),
    );
  });

  it('refuses an unknown name with the nearest ones, in JSON too', async () => {
    const wrong = await run(['show', 'rsnc']);
    expect([wrong.code, wrong.out]).toEqual([2, '']);
    expect(wrong.err).toContain('the catalog has no entry "rsnc"; did you mean rsync');
    const asJson = await run(['show', 'rsnc', '--json']);
    expect(asJson.code).toBe(2);
    expect(JSON.parse(asJson.out).problems).toHaveLength(1);
  });

  it('does no harm with a hostile name', async () => {
    const { code, err } = await run(['show', '\u001b[31m</script>\u202e']);
    expect(code).toBe(2);
    for (const harm of ['\u001b', '\u202e']) expect(err).not.toContain(harm);
    expect(err).toContain('"backcast catalog list" prints every name');
  });

  it('writes to the file of --output and to nothing else', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backcast-catalog-'));
    try {
      const file = join(folder, 'borg.txt');
      const { code, out } = await run(['show', 'borg', '--output', file]);
      expect([code, out]).toEqual([0, '']);
      expect(await readFile(file, 'utf8')).toBe((await run(['show', 'borg'])).out);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('needs a name', async () => {
    expect((await run(['show'])).code).toBe(2);
    expect((await run([])).code).toBe(2);
  });
});
