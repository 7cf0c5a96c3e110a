import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../../src/host/node.ts';
import { ownBuild } from '../../../support/programs/own-build.ts';

const host = nodeHost();
let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-mark-')));
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

describe('a work directory', () => {
  it('is made, marked, and for nobody else to look into', async () => {
    const work = await host.openWorkDirectory(at('a/b'));
    expect(work.path).toBe(at('a/b'));
    expect(readdirSync(work.path)).toEqual(['.backcast-work']);
    expect(readFileSync(at('a/b/.backcast-work'), 'utf8')).toMatch(/^backcast work directory/);
    expect(statSync(work.path).mode & 0o777).toBe(0o700);
  });

  it('may be there, if it is empty or bears the mark', async () => {
    mkdirSync(at('empty'));
    await host.openWorkDirectory(at('empty'));
    writeFileSync(at('empty/more'), '');
    await host.openWorkDirectory(at('empty'));
    expect(readdirSync(at('empty'))).toEqual(['.backcast-work', 'more']);
  });

  it('is marked by the next where a marking was broken off', async () => {
    mkdirSync(at('empty'));
    writeFileSync(at('empty/.backcast.0123456789ab.tmp'), '');
    const work = await host.openWorkDirectory(at('empty'));
    expect(readdirSync(work.path)).toEqual(['.backcast-work']);
  });

  it('is the directory that a link leads to', async () => {
    mkdirSync(at('real'));
    symlinkSync('real', at('link'));
    expect((await host.openWorkDirectory(at('link/x'))).path).toBe(at('real/x'));
  });
});

describe('no work directory', () => {
  const refused = (path: string, message: RegExp, apart: readonly string[] = []) =>
    expect(host.openWorkDirectory(path, apart)).rejects.toThrow(message);

  it('is the whole system, a home directory or what holds one', async () => {
    await refused('/', /is the whole system/);
    await refused('/../.', /is the whole system/);
    await refused(homedir(), /is or holds a home directory/);
    symlinkSync(homedir(), at('home'));
    await refused(at('home'), /is or holds a home directory/);
    await refused(`${homedir()}/.`, /is or holds a home directory/);
    if (dirname(homedir()) !== '/') await refused(dirname(homedir()), /holds a home directory/);
  });

  it('has something in it that backcast did not put there', async () => {
    writeFileSync(at('precious'), '');
    await refused(folder, /is not empty, and bears no mark/);
    expect(readdirSync(folder)).toEqual(['precious']);
    await refused(at('precious'), /cannot be made/);
    await refused(at('precious/x'), /cannot be made/);
    symlinkSync('/none/there', at('nowhere'));
    await refused(at('nowhere'), /cannot be made/);
    expect(existsSync('/none')).toBe(false);
  });

  it.skipIf(!existsSync('/proc/self'))(
    'lies where the system makes none, and says so at once',
    async () => {
      await refused('/proc/backcast', /cannot be made: it does not exist/);
      await refused('/proc/backcast/below', /cannot be made: it does not exist/);
    },
  );

  it('has no name', () => refused('', /has no name/));

  it('bears a mark that is none', async () => {
    const work = await host.openWorkDirectory(at('work'));
    mkdirSync(at('other'));
    symlinkSync(join(work.path, '.backcast-work'), at('other/.backcast-work'));
    await refused(at('other'), /bears a mark that you have not made here/);
    mkdirSync(at('third'));
    writeFileSync(at('third/.backcast-work'), 'backcast');
    await refused(at('third'), /bears a mark that you have not made here/);
  });

  it('bears the mark of another directory of this user, as a copy or a moved one does', async () => {
    const work = await host.openWorkDirectory(at('work'));
    cpSync(work.path, at('copy'), { recursive: true });
    await refused(at('copy'), /bears a mark that you have not made here/);
    renameSync(work.path, at('moved'));
    await refused(at('moved'), /bears a mark that you have not made here/);
    renameSync(at('moved'), work.path);
    await host.openWorkDirectory(work.path);
  });

  it('may be written by others, unless that is taken away while it is empty', async () => {
    mkdirSync(at('empty'));
    chmodSync(at('empty'), 0o1777);
    await host.openWorkDirectory(at('empty'));
    expect(statSync(at('empty')).mode & 0o7777).toBe(0o1755);
    chmodSync(at('empty'), 0o775);
    await refused(at('empty'), /may be written by others/);
    chmodSync(at('empty'), 0o700);
    chmodSync(at('empty/.backcast-work'), 0o666);
    await refused(at('empty'), /bears a mark that you have not made here/);
  });

  it.skipIf(process.getuid?.() !== 0)('belongs to another user', async () => {
    const work = await host.openWorkDirectory(at('work'));
    chownSync(join(work.path, '.backcast-work'), 65534, 65534);
    await refused(work.path, /bears a mark that you have not made here/);
    chownSync(join(work.path, '.backcast-work'), 0, 0);
    chownSync(work.path, 65534, 65534);
    await refused(work.path, /belongs to another user/);
    mkdirSync(at('theirs'));
    chmodSync(at('theirs'), 0o777);
    chownSync(at('theirs'), 65534, 65534);
    await refused(at('theirs'), /belongs to another user/);
    expect([statSync(at('theirs')).mode & 0o777, readdirSync(at('theirs'))]).toEqual([0o777, []]);
  });

  it('holds what must lie apart, or lies in it', async () => {
    mkdirSync(at('source/sub'), { recursive: true });
    symlinkSync(at('source'), at('link'));
    for (const source of [at('source'), at('link'), at('./source/sub/..')]) {
      await refused(at('source'), /which must lie apart/, [source]);
      await refused(at('source/work'), /lies in .*source, which must lie apart/, [source]);
      await refused(at('link/work'), /lies in .*source, which must lie apart/, [source]);
      await refused(folder, /holds .*source, which must lie apart/, [source]);
    }
    await refused(folder, /which must lie apart/, [at('not/yet')]);
    await refused(at('not/yet/x'), /which must lie apart/, [at('not/yet')]);
    expect(readdirSync(folder).sort()).toEqual(['link', 'source']);
    await host.openWorkDirectory(at('source2'), [at('source'), at('not')]);
  });
});

describe('for a user who may not do everything', () => {
  const build = ownBuild('work-mark');
  afterAll(build.remove);

  it.skipIf(process.getuid?.() !== 0)('directories without rights are removed', () => {
    const script = `
      import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
      const { nodeHost } = await import(process.argv[1]);
      const work = await nodeHost().openWorkDirectory(process.argv[2]);
      mkdirSync(work.path + '/tree/a/b', { recursive: true });
      writeFileSync(work.path + '/tree/a/b/c', '', { mode: 0 });
      chmodSync(work.path + '/tree/a/b', 0);
      chmodSync(work.path + '/tree/a', 0o500);
      console.log(JSON.stringify(work.remove(work.path + '/tree')));`;
    mkdirSync(at('open'), { mode: 0o777 });
    mkdirSync(at('state'), { mode: 0o777 });
    for (const path of [folder, at('open'), at('state')]) chmodSync(path, 0o777);
    const module = pathToFileURL(join(build.folder, 'dist/host/node.js')).href;
    const given = ['--input-type=module', '-e', script, module, at('open/work')];
    const env = { ...process.env, XDG_STATE_HOME: at('state') };
    const said = execFileSync(process.execPath, given, { uid: 65534, gid: 65534, env });
    expect(JSON.parse(`${said}`)).toEqual({ ok: true });
    expect(readdirSync(at('open/work'))).toEqual(['.backcast-work']);
  });
});
