import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import fc from 'fast-check';
import { anyName } from '../arbitraries/entry-arbitrary.ts';

/** One thing that somebody does to a tree; what cannot be done is not done. */
export interface Edit {
  readonly act:
    | 'write'
    | 'append'
    | 'folder'
    | 'link'
    | 'chmod'
    | 'touch'
    | 'remove'
    | 'rename'
    | 'same size, same time';
  /** Names of folders and of the thing itself. */
  readonly names: readonly Uint8Array[];
  readonly other: Uint8Array;
  readonly bytes: Uint8Array;
}

const anyEdit: fc.Arbitrary<Edit> = fc.record({
  act: fc.constantFrom<Edit['act']>(
    'write',
    'write',
    'write',
    'append',
    'folder',
    'link',
    'chmod',
    'touch',
    'remove',
    'rename',
    'same size, same time',
  ),
  names: fc.array(anyName, { minLength: 1, maxLength: 3 }),
  other: anyName,
  bytes: fc.uint8Array({ maxLength: 40 }),
});

/** Edits of a few names, so that they meet each other. */
export const anyEdits: fc.Arbitrary<readonly Edit[]> = fc
  .tuple(fc.array(anyEdit, { maxLength: 14 }), fc.array(anyName, { minLength: 2, maxLength: 4 }))
  .map(([edits, pool]) =>
    edits.map((edit, index) => ({
      ...edit,
      names: edit.names.map(
        (_, depth) => pool[(index * 7 + depth * 3) % pool.length] ?? edit.other,
      ),
    })),
  );

/** Does an edit below `root`. */
export function edit(root: string, { act, names, other, bytes }: Edit): void {
  const at = (parts: readonly Uint8Array[]): Buffer =>
    Buffer.concat([Buffer.from(root), ...parts.flatMap((part) => [Buffer.from('/'), part])]);
  const path = at(names);
  const kind = existsSync(path) ? lstatSync(path) : undefined;
  try {
    if (!existsSync(at(names.slice(0, -1)))) mkdirSync(at(names.slice(0, -1)), { recursive: true });
    if (act === 'write') writeFileSync(path, bytes);
    else if (act === 'append') appendFileSync(path, bytes);
    else if (act === 'folder') mkdirSync(path, { recursive: true });
    else if (act === 'link') symlinkSync(Buffer.from(other), path);
    else if (act === 'chmod') chmodSync(path, 0o700 | ((bytes.length * 11) % 0o100));
    else if (act === 'touch') utimesSync(path, 1e9, 1e9 + bytes.length);
    else if (act === 'remove') rmSync(path, { recursive: true, force: true });
    else if (act === 'rename') renameSync(path, at([...names.slice(0, -1), other]));
    else if (kind?.isFile()) {
      writeFileSync(path, Buffer.alloc(kind.size, bytes[0] ?? 1));
      utimesSync(path, kind.atime, kind.mtime);
    }
  } catch (error) {
    // A file stands where a folder would be, and the like.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}
