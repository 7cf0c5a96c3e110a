import { shownPath } from '../byte-path.ts';
import type { Fault } from '../host/host.ts';
import type { Unread } from './observation.ts';

const NAMED = 20;

/** Counts what could not be read and keeps the first 20 paths with their reasons. */
export class UnreadList {
  #count = 0;
  #vanished = 0;
  readonly #first: { path: string; reason: string }[] = [];

  add(path: Uint8Array, { code, reason }: Fault): void {
    this.#count += 1;
    if (code === 'ENOENT') this.#vanished += 1;
    if (this.#first.length >= NAMED) return;
    const reported = code === 'ENOENT' ? 'it vanished meanwhile' : reason;
    this.#first.push({ path: shownPath(path), reason: reported });
  }

  summary(): Unread {
    return { count: this.#count, vanished: this.#vanished, first: this.#first };
  }
}
