import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hidingLine } from '../../../src/host/node/hiding.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { available } from '../../support/programs/require.ts';

const MOUNT = available('mount', 'directories that are hidden');
const sh = nodeHost().processes.find('sh') ?? 'sh';

let folder = '';
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-hiding-')));
  mkdirSync(join(folder, "it's $(touch pwned)"));
  writeFileSync(join(folder, "it's $(touch pwned)", 'file'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

const odd = (): string => join(folder, "it's $(touch pwned)");

describe('a directory that is hidden', () => {
  it.skipIf(!MOUNT)('is empty to the program and its children alone, whatever its name', () => {
    const [program = '', ...start] = hidingLine(odd(), sh, '/bin');
    const script = 'ls -A "$1"; sh -c \'ls -A "$1"\' sh "$1"; echo "$2"';
    const args = [...start, sh, '-c', script, 'sh', odd(), 'a  b'];
    expect(`${execFileSync(program, args, { cwd: folder })}`).toBe('a  b\n');
    expect(readdirSync(odd())).toEqual(['file']);
    expect(readdirSync(folder)).toEqual(["it's $(touch pwned)"]);
  });

  it('is none that is not there, or holds what the program is or may find', () => {
    symlinkSync(odd(), join(folder, 'link'));
    const tool = join(odd(), 'file');
    for (const [directory, program, searched] of [
      [join(folder, 'none'), sh, '/bin'],
      ['/', sh, '/bin'],
      ['/usr', sh, '/bin'],
      [odd(), tool, '/bin'],
      [odd(), join(folder, 'link/file'), '/bin'],
      [folder, tool, '/bin'],
      [odd(), sh, `/bin:${odd()}`],
      [odd(), sh, `/bin:${join(folder, 'link')}`],
      [dirname(process.execPath), sh, '/bin'],
    ] as const) {
      expect(hidingLine(directory, program, searched), directory).toEqual([]);
    }
  });
});
