import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  lutimesSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';

/** What was done to a tree: regular files; one that was renamed is added under its new name. */
export interface Done {
  readonly added: number;
  readonly changed: number;
  /** Bytes of files that were not there before, or not as they are. */
  readonly written: number;
}

/** A small tree of all that backups meet, which changes on demand. */
export interface LivingTree {
  readonly root: string;
  readonly files: number;
  change(): Done;
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** Names that try their reader; none may be interpreted, as the last two would show. */
const HOSTILE: readonly Uint8Array[] = [
  bytes('line\nbreak'),
  bytes('-rf'),
  bytes('--delete'),
  bytes('not utf-8 \xff\xfe\x80'),
  bytes('\xc3\xa9 in one character'),
  bytes('e\xcc\x81 in one character'),
  bytes('n'.repeat(255)),
  bytes('quotes \' " ` \\ \\n %s'),
  bytes(' space at both ends '),
  bytes('*?[a-z]{a,b}'),
  bytes('tab\tbell\x07escape\x1b[31m'),
  bytes('~'),
  bytes('::point-0'),
  bytes('$(touch pwned)'),
  bytes(';touch pwned;'),
];

const INSTANT = 1_700_000_000.25;

/** Makes the tree below `root`, which must not be there. */
export function livingTree(root: string): LivingTree {
  const at = (name: string | Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)]);
  let files = 0;
  const write = (name: string | Uint8Array, size: number): number => {
    writeFileSync(at(name), randomBytes(size));
    utimesSync(at(name), INSTANT, INSTANT + files);
    files += 1;
    return size;
  };
  for (const folder of ['', 'a', 'a/b', 'a/b/c', 'moving', 'empty', 'empty/too', 'hostile']) {
    mkdirSync(at(folder));
  }
  for (let number = 0; number < 6; number += 1) write(`a/b/${number}`, number * 20_000);
  write('a/same-size', 5_000);
  write('moving/old-name', 70_000);
  write('going', 3_000);
  for (const name of HOSTILE) write(Buffer.concat([bytes('hostile/'), name]), 100);
  const link = (name: string, target: Uint8Array) => {
    symlinkSync(Buffer.from(target), at(name));
    lutimesSync(at(name), INSTANT, INSTANT - files);
  };
  link('to-a-file', bytes('a/b/3'));
  link('a/to-a-folder', bytes('b'));
  link('to-nowhere', bytes('no\nwhere'));
  chmodSync(at('a/b/1'), 0o600);
  chmodSync(at('a/b/2'), 0o755);
  chmodSync(at('a/b/c'), 0o750);
  chmodSync(at('empty/too'), 0o700);
  for (const folder of ['empty/too', 'a/b/c']) utimesSync(at(folder), INSTANT, 1_234_567.5);

  let generation = 0;
  const change = (): Done => {
    generation += 1;
    const before = statSync(at('a/same-size'));
    let written = write('a/same-size', 5_000);
    // The same second and the same size, as programs that save twice in a row leave it.
    utimesSync(at('a/same-size'), INSTANT, before.mtimeMs / 1000 + 0.015_625);
    appendFileSync(at('a/b/5'), randomBytes(1_000));
    written += statSync(at('a/b/5')).size;
    files -= 1;
    written += write(`a/new-${generation}`, 30_000);
    write(`a/b/c/new-and-empty-${generation}`, 0);
    const [from, to] =
      generation === 1 ? ['old-name', '1'] : [`${generation - 1}`, `${generation}`];
    renameSync(at(`moving/${from}`), at(`moving/${to}`));
    written += statSync(at(`moving/${to}`)).size;
    rmSync(at(generation === 1 ? 'going' : `a/new-${generation - 1}`));
    files -= 1;
    mkdirSync(at(`empty/${generation}`));
    return { added: 3, changed: 2, written };
  };
  return {
    root,
    get files() {
      return files;
    },
    change,
  };
}
