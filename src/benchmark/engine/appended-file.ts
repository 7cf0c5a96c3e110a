import type { WorkDirectory, WritableFile } from '../../host/host.ts';
import { written } from './repository-files.ts';

const BUFFER = 1 << 20;

/**
 * A file that grows at its end, through a buffer. What was appended last can be taken back.
 * All methods but `close` throw `ProblemsFound` when the disk is full or broken.
 */
export class AppendedFile {
  readonly #path: string;
  readonly #file: WritableFile;
  readonly #buffer = new Uint8Array(BUFFER);
  /** Where in the file the buffer begins, and how many bytes stand in it. */
  #start = 0;
  #filled = 0;
  /** How far the file was ever written. */
  #reached = 0;

  constructor(work: Pick<WorkDirectory, 'open'>, path: string) {
    this.#path = path;
    this.#file = written(work.open(path, 'empty'), path);
  }

  get size(): number {
    return this.#start + this.#filled;
  }

  /** Room to be filled from its beginning, up to a number of bytes and never empty; then `took`. */
  room(most: number): Uint8Array {
    if (this.#filled === BUFFER) this.#flush();
    return this.#buffer.subarray(this.#filled, Math.min(BUFFER, this.#filled + most));
  }

  /** Says how many bytes of the last `room` are to stay. */
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

  /** Takes back everything from a place on. */
  cutTo(size: number): void {
    if (size < this.#start) {
      this.#start = size;
      this.#filled = 0;
    } else this.#filled = size - this.#start;
  }

  /** Writes what is still in the buffer, and ends the file there. */
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
