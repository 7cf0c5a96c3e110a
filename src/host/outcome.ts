/** A value, or the fault that prevented it. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | Fault;

/** A system error: its code, e.g. `ENOENT`, and its meaning in words. */
export interface Fault {
  readonly ok: false;
  readonly code: string;
  /** Text to follow a colon, e.g. `it does not exist`. */
  readonly reason: string;
}

/** Paths below an observed directory are bytes, because file names need not be UTF-8. */
export type Path = string | Uint8Array;
