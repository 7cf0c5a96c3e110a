import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  type Stats,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Outcome } from '../../outcome.ts';
import { attempt, attemptOutcome } from '../fault.ts';
import { temporaryName } from '../temporary-name.ts';

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;

/** Longer files than this many bytes are none of ours. */
const LIMIT = 1 << 20;

/** Whether a file or folder belongs to this user, and no other may write to it. */
export const isOwn = ({ uid, mode }: Stats): boolean =>
  uid === process.geteuid?.() && (mode & 0o022) === 0;

/**
 * Reads a file that this user alone can have written; undefined for anything else: no file, a link,
 * a file of another owner, or one that others may write.
 */
export function readOwn(path: string): string | undefined {
  const opened = attempt(() => openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK));
  if (!opened.ok) return undefined;
  try {
    const stats = fstatSync(opened.value);
    if (!stats.isFile() || !isOwn(stats) || stats.size > LIMIT) return undefined;
    const read = attempt(() => readFileSync(opened.value, 'utf8'));
    return read.ok ? read.value : undefined;
  } finally {
    closeSync(opened.value);
  }
}

/**
 * Makes a file that is whole from its first moment on, survives a power failure, and is for this
 * user alone; a fault if there is one already.
 */
export function makeOwn(path: string, text: string): Outcome<void> {
  return byWayOfTemporary(path, (temporary, descriptor) => {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
    const linked = attempt(() => linkSync(temporary, path));
    // A file system without hard links; there is no other process to be expected there.
    if (!linked.ok && linked.code !== 'EEXIST' && !existsSync(path)) renameSync(temporary, path);
    else unlinkSync(temporary);
    return linked.ok || linked.code === 'EEXIST' ? linked : DONE;
  });
}

/** Writes a file anew; readers find either the old or the new content. */
export const replaceOwn = (path: string, text: string): Outcome<void> =>
  byWayOfTemporary(path, (temporary, descriptor) => {
    writeSync(descriptor, text);
    renameSync(temporary, path);
    return DONE;
  });

const DONE: Outcome<void> = { ok: true, value: undefined };

function byWayOfTemporary(
  path: string,
  act: (temporary: string, descriptor: number) => Outcome<void>,
): Outcome<void> {
  const temporary = temporaryName(dirname(path));
  // The flag `wx` refuses whatever bears the name already, links included.
  const opened = attempt(() => openSync(temporary, 'wx', 0o600));
  if (!opened.ok) return opened;
  const acted = attemptOutcome(() => act(temporary, opened.value));
  closeSync(opened.value);
  if (!acted.ok) attempt(() => unlinkSync(temporary));
  return acted;
}
