import type { Fault, Outcome } from '../outcome.ts';

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'no right to do that',
  EBUSY: 'it is in use',
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the other side broke off the connection',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'it is there already',
  EFBIG: 'it is too large',
  EHOSTUNREACH: 'no route leads there',
  EIO: 'the device reports an input/output error',
  EISDIR: 'it is a directory',
  ELOOP: 'it is a link, or links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the path is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a directory',
  ENOTFOUND: 'no host has that name',
  ENOTREG: 'it is not a regular file',
  ENXIO: 'nothing answers there',
  EOUTSIDE: 'a link in its path leads out of the work directory',
  EPERM: 'it is not permitted',
  ENOTEMPTY: 'the directory is not empty',
  EPIPE: 'the other side broke off the connection',
  EPROTO: 'what answers there does not speak the protocol',
  EROFS: 'the file system is read-only',
  ESTALE: 'the file server no longer knows it',
  ETIMEDOUT: 'it does not answer in time',
  EXDEV: 'it lies on another file system',
};

/**
 * Describes a system error code in words.
 *
 * @example
 * fault('ENOSPC') // { ok: false, code: 'ENOSPC', reason: 'the disk is full' }
 */
export const fault = (code: string): Fault => ({
  ok: false,
  code,
  reason: WORDS[code] ?? `the system says ${code}`,
});

/**
 * Converts a system error to a fault; rethrows all other errors, Node's `ERR_…` included, as bugs.
 */
export function faultOf(error: unknown): Fault {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || code.startsWith('ERR_')) throw error;
  return fault(code);
}

/** Calls `act` and converts a system error it throws to a fault. */
export function attempt<T>(act: () => T): Outcome<T> {
  try {
    return { ok: true, value: act() };
  } catch (error) {
    return faultOf(error);
  }
}

/** Like `attempt`, for a function that itself returns an outcome. */
export function attemptOutcome<T>(act: () => Outcome<T>): Outcome<T> {
  const outcome = attempt(act);
  return outcome.ok ? outcome.value : outcome;
}
