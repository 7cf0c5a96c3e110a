import type { WorkDirectory, WritableFile } from '../../host/host.ts';
import { written } from './repository-files.ts';

const BUFFER = 1 << 20;

/**
 * A file that is appended to through a buffer and can be truncated back to an earlier size. All
 * methods except `close` throw `ProblemsFound` if the disk is full or fails.
 */
export class AppendedFile {
  readonly #path: string;
  readonly #file: WritableFile;
  readonly #buffer = new Uint8Array(BUFFER);
  /** Position in the file at which the buffer begins, and number of bytes in the buffer. */
  #start = 0;
  #filled = 0;
  /** Largest size that was ever written to the file. */
  #reached = 0;

  constructor(work: Pick<WorkDirectory, 'open'>, path: string) {
    this.#path = path;
    this.#file = written(work.open(path, 'empty'), path);
  }

  get size(): number {
    return this.#start + this.#filled;
  }

  /** Free buffer space for the caller to fill, 1 to `most` bytes; `took` then commits it. */
  room(most: number): Uint8Array {
    if (this.#filled === BUFFER) this.#flush();
    return this.#buffer.subarray(this.#filled, Math.min(BUFFER, this.#filled + most));
  }

  /** Commits the first `bytes` bytes of the space returned by the last `room`. */
  took(bytes: number): void {
    this.#filled += bytes;
  }

  append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) {
      const room = this.room(bytes.length - done);
      room.set(bytes.subarray(done, done + room.length));
      this.took(room.length);
      done += room.length;
    }
  }

  /** Truncates the file to `size` bytes. */
  cutTo(size: number): void {
    if (size < this.#start) {
      this.#start = size;
      this.#filled = 0;
    } else this.#filled = size - this.#start;
  }

  /** Flushes the buffer and truncates the file at its end. */
  finish(): void {
    this.#flush();
    if (this.#reached > this.#start) written(this.#file.truncate(this.#start), this.#path);
  }

  close(): void {
    this.#file.close();
  }

  #flush(): void {
    const bytes = this.#buffer.subarray(0, this.#filled);
    if (bytes.length > 0) written(this.#file.write(bytes, this.#start), this.#path);
    this.#start += this.#filled;
    this.#filled = 0;
    this.#reached = Math.max(this.#reached, this.#start);
  }
}
