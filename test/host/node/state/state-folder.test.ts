import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stateFolder, statePath } from '../../../../src/host/node/state/state-folder.ts';

let folder = '';
const before = process.env.XDG_STATE_HOME;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'backcast-state-'));
  process.env.XDG_STATE_HOME = join(folder, 'state');
});
afterEach(() => {
  process.env.XDG_STATE_HOME = before;
  rmSync(folder, { recursive: true });
});

describe('the state folder of a work directory', () => {
  it('is one for each path, below XDG_STATE_HOME or the home, and for its user alone', () => {
    const path = stateFolder('/srv/work');
    expect(path).toMatch(new RegExp(`^${folder}/state/backcast/[0-9a-f]{32}$`));
    expect(stateFolder('/srv/work')).toBe(path);
    expect(stateFolder('/srv/work2')).not.toBe(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'state/backcast')).mode & 0o777).toBe(0o700);
    for (const none of ['', 'relative/path']) {
      process.env.XDG_STATE_HOME = none;
      expect(statePath('/srv/work').startsWith(join(homedir(), '.local/state/backcast/'))).toBe(
        true,
      );
    }
  });

  it('is refused where others may write, or lead it elsewhere', () => {
    const all = join(folder, 'state/backcast');
    stateFolder('/srv/work');
    chmodSync(all, 0o770);
    expect(() => stateFolder('/srv/work')).toThrow(/others may write there/);
    rmSync(all, { recursive: true });
    mkdirSync(join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), all);
    expect(() => stateFolder('/srv/work')).toThrow(/is no directory/);
  });

  it.skipIf(process.getuid?.() !== 0)('is refused where it belongs to another user', () => {
    chownSync(stateFolder('/srv/work'), 65534, 65534);
    expect(() => stateFolder('/srv/work')).toThrow(/belongs to another user/);
  });

  it('is refused where there can be none', () => {
    process.env.XDG_STATE_HOME = '/proc/none';
    expect(() => stateFolder('/srv/work')).toThrow(/cannot be made: it does not exist/);
  });
});
