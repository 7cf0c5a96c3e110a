import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { makeFifo } from '../support/programs/fifo.ts';
import { available } from '../support/programs/require.ts';
import { captured } from './captured.ts';

const FIFOS = available('mkfifo', 'FIFOs that a scenario names');

const folder = mkdtempSync(join(tmpdir(), 'backcast-load-'));
const inside = join(folder, 'plans');
const SECRET = 'hunter2 is my password';
mkdirSync(inside);
mkdirSync(join(inside, 'data'));
writeFileSync(join(folder, 'outside.csv'), SECRET);
writeFileSync(join(inside, 'data', 'sizes.csv'), '1 TB\n2 TB\n');
writeFileSync(join(inside, 'secret.csv'), SECRET);
writeFileSync(join(inside, 'small.csv'), '0.5\n');
writeFileSync(join(inside, 'noise.bin'), Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3]));
symlinkSync(join(folder, 'outside.csv'), join(inside, 'link.csv'));
symlinkSync(folder, join(inside, 'up'));
symlinkSync('loop.csv', join(inside, 'loop.csv'));
symlinkSync(join('data', 'sizes.csv'), join(inside, 'near.csv'));
if (FIFOS) makeFifo(join(inside, 'pipe.csv'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** Checks a scenario whose only workload has these fields. */
async function check(fields: string) {
  const path = join(inside, `plan${count++}.yaml`);
  writeFileSync(
    path,
    `start: 2026-01-05\nworkloads:\n  files:\n    ${fields}\nstores: { disk: {} }\nstrategies: { a: { incremental: daily } }\n`,
  );
  const capture = captured();
  const code = await main(['check', path], capture.host);
  return { code, said: capture.err() + capture.out() };
}

describe('files that a scenario names', () => {
  it.each(['data/sizes.csv', './data/../data/sizes.csv', 'near.csv'])(
    'are read where they lie below its folder: %s',
    async (file) => {
      const { code, said } = await check(`size: { sample: "${file}" }`);
      expect(said).toContain('no problems');
      expect(code).toBe(0);
    },
  );

  for (const [file, message] of [
    ['../outside.csv', 'lies outside the folder of the scenario'],
    ['up/outside.csv', 'lies outside the folder of the scenario'],
    ['link.csv', 'lies outside the folder of the scenario'],
    ['/etc/passwd', 'lies outside the folder of the scenario'],
    ['..', 'lies outside the folder of the scenario'],
    ['.', 'lies outside the folder of the scenario'],
    ['missing.csv', 'there is no file'],
    ['loop.csv', 'there is no file'],
    ['data', 'is not a file'],
    ['pipe.csv', 'is not a file'],
    ['secret.csv', 'value 1 is not a size'],
    ['noise.bin', 'value 1 is not a size'],
  ] as const) {
    const isThere = FIFOS || file !== 'pipe.csv';
    it.skipIf(!isThere)(`are refused at their field otherwise, unquoted: ${file}`, async () => {
      const { code, said } = await check(`size: { sample: "${file}" }`);
      expect(said).toMatch(/^\S+\.yaml:4:13: workloads\.files\.size\.sample: /m);
      expect(said).toContain(message);
      expect(said).not.toContain('hunter2');
      expect(said).not.toContain('at Object');
      expect(code).toBe(2);
    });
  }

  it('with a zero byte in the name are refused', async () => {
    const { code, said } = await check('size: { sample: "a\\0b" }');
    expect(said).toContain('there is no file');
    expect(code).toBe(2);
  });

  it('that hold what cannot be are refused: a ratio below 1', async () => {
    const { code, said } = await check('size: 1 TB\n    compressibility: { sample: small.csv }');
    expect(said).toContain('small.csv: value 1 must be at least 1');
    expect(code).toBe(2);
  });

  it('that hold no history are refused without being quoted', async () => {
    const { code, said } = await check('change: { series: secret.csv }');
    expect(said).toContain('workloads.files.change.series');
    expect(said).toContain('needs a header');
    expect(said).not.toContain('hunter2');
    expect(code).toBe(2);
  });
});

describe('a scenario that is none', () => {
  it.each([
    ['a directory', () => inside, /directory/],
    ['a missing file', () => join(inside, 'no.yaml'), /does not exist/],
    ['an empty file', () => written('empty.yaml', ''), /is empty/],
    ['bytes that are no text', () => join(inside, 'noise.bin'), /not text in UTF-8/],
    ['50 MB of noise', () => written('big.yaml', Buffer.alloc(50e6, '{[%"')), /larger than 16 MB/],
  ])('%s gives a message and exit 2', async (_, path, message) => {
    const capture = captured();
    expect(await main(['check', path()], capture.host)).toBe(2);
    expect(capture.err()).toMatch(message);
  });
});

function written(name: string, content: string | Buffer): string {
  const path = join(inside, name);
  writeFileSync(path, content);
  return path;
}

describe('everything that is wrong', () => {
  it('is told at once: fields, files, and what only shows when parts are put together', async () => {
    const path = join(inside, 'all.yaml');
    writeFileSync(
      path,
      [
        'start: 2026-01-05',
        'workloads:',
        '  a: { site: here, size: 1 TBB }',
        '  b: { site: here, size: { sample: none.csv } }',
        '  c: { site: here, size: 1 TB }',
        'sites: { here: {}, there: {} }',
        'stores: { disk: { site: there } }',
        'strategies:',
        '  s: { full: daily at 01:00, keep: { daly: 30 } }',
        '  t:',
        '    full: daily at 01:00',
        '    overrides: { c: { keep: { daily: 3, gfs: { weekly: 4 } } } }',
      ].join('\n'),
    );
    const capture = captured();
    expect(await main(['check', path], capture.host)).toBe(2);
    const told = capture
      .err()
      .split('\n')
      // Below each problem stands its line.
      .filter((line) => !line.startsWith('    '))
      .map((line) => line.slice(path.length + 1));
    expect(told.slice(0, -2).map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual([
      '3:20: workloads.a.size',
      '4:28: workloads.b.size.sample',
      '9:38: strategies.s.keep.daly',
      '10:3: strategies.t.to',
      '10:3: strategies.t.to',
      '12:41: strategies.t.overrides.c.keep.gfs',
    ]);
  });
});

describe('the hash of a scenario', () => {
  const hashOf = async (name: string, size: string): Promise<string> => {
    const path = join(inside, 'hashed.yaml');
    writeFileSync(
      path,
      `start: 2026-01-05\nhorizon: 2 days\nworkloads: { ${name}: { size: ${size} } }\nstores: { disk: {} }\nstrategies: { a: { incremental: daily } }\n`,
    );
    const capture = captured();
    await main(['simulate', path, '--json'], capture.host);
    return (JSON.parse(capture.out()) as { scenario: { hash: string } }).scenario.hash;
  };

  it.each(['files', 'base', 'kind'])(
    'is another for another scenario, whatever names it has: %s',
    async (name) => {
      expect(await hashOf(name, '1 TB')).not.toBe(await hashOf(name, '9 TB'));
      expect(await hashOf(name, '1 TB')).toBe(await hashOf(name, '1000 GB'));
    },
  );
});

describe('a result', () => {
  const scenario = (name: string): string => {
    const path = join(inside, name);
    writeFileSync(
      path,
      'start: 2026-01-05\nhorizon: 2 days\nworkloads: { a: { size: { sample: data/sizes.csv } } }\nstores: { disk: {} }\nstrategies: { a: { incremental: daily } }\n',
    );
    return path;
  };

  it.each(['spared.yaml', 'data/sizes.csv', 'near.csv'])(
    'does not take the place of a file that it is made from: %s',
    async (name) => {
      const path = scenario('spared.yaml');
      const before = readFileSync(join(inside, name), 'utf8');
      const capture = captured();
      const code = await main(['simulate', path, '--output', join(inside, name)], capture.host);
      expect({ code, out: capture.out() }).toEqual({ code: 2, out: '' });
      expect(capture.err()).toContain('is a file that this run reads or writes itself');
      expect(readFileSync(join(inside, name), 'utf8')).toBe(before);
    },
  );

  it('goes to standard output for --output -', async () => {
    const capture = captured();
    expect(await main(['simulate', scenario('dash.yaml'), '--output', '-'], capture.host)).toBe(0);
    expect(capture.out()).toContain('Strategies side by side');
  });
});
