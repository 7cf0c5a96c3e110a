/** A value, or what stood in the way of it. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Fault;

/** What the system said: its name for it, e.g. `ENOENT`, and the same in words for people. */
export interface Fault {
  readonly ok: false;
  readonly code: string;
  /** Follows a colon, e.g. `it does not exist`. */
  readonly reason: string;
}

/** Paths below an observed directory are bytes, because a file name need not be UTF-8. */
export type Path = string | Uint8Array;
