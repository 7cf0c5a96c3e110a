import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { captured } from '../captured.ts';

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const plan = (rest: string) => `datasets: { few: { files: 3, size: 1 KiB } }
tools: { built-in: {} }
${rest}`;

describe('backcast bench', () => {
  it('without a plan names its own help', async () => {
    const { host, err } = captured();
    expect(await main(['bench'], host)).toBe(2);
    expect(err()).toContain('see "backcast bench --help"');
  });

  it('says what would be done, and lists the steps if asked', async () => {
    const { code, out } = await folder.bench(plan('levels: [full]\n'), '--dry-run');
    expect(code).toBe(0);
    const [series, , levels, steps] = out.split('\n');
    expect(series).toBe('few: built-in to disk');
    expect(levels).toBe('full; 3 repetitions');
    expect(steps).toBe('18 steps, 9 of them measured: 3 × backup, 3 × check, 3 × restore');
    expect(out).not.toContain('1/few/built-in/disk/0-full');
    const listed = await folder.bench(plan('levels: [full]\n'), '--dry-run', '--steps');
    expect(listed.out).toMatch(/^ *\d+ {2}1\/few\/built-in\/disk\/0-full$/m);
    expect(listed.out).toContain('18 steps, 9 of them measured');
    const stray = await folder.bench(plan(''), '--steps');
    expect([stray.code, stray.err]).toEqual([2, expect.stringContaining('belongs to --dry-run')]);
  });

  it('ends with 4 where all was asked for and the budget ended it, and with 0 in order', async () => {
    const cut = await folder.bench(plan(''), '--budget', '1 ms', '--require-complete', '--json');
    expect(cut.code).toBe(4);
    expect(cut.summary().notBegun.length).toBeGreaterThan(0);
    const whole = await folder.bench(plan(''), '--resume', '--require-complete');
    expect(whole).toMatchObject({ code: 0 });
  });

  it('gives problems past the reader of the plan their places in it', async () => {
    writeFileSync(join(folder.path, 'known_hosts'), '');
    const targets = `targets:
  disk: local
  vault:
    ssh: me@vault.example
    path: /srv
    identity: none-such
    known-hosts: known_hosts
`;
    const begun = await folder.bench(plan(targets));
    expect(begun).toMatchObject({ code: 2 });
    expect(begun.err).toMatch(/plan\.yaml:8:5: targets\.vault\.identity: .*none-such is not there/);
    const found = await folder.bench(
      plan('')
        .replace('built-in', 'x: { command: { backup: [none-such], restore: [none-such] } }, y')
        .replace('y: {}', 'tar: {}'),
      '--require',
    );
    expect(found.err).toMatch(/plan\.yaml:2:10: tools\.x: there is no program none-such/);
  });
});
