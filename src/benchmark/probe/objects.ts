import type { Outcome } from '../../host/host.ts';

/** Objects in a target, as a probe makes and takes them away: files, or objects of a bucket. */
export interface Objects {
  /** Ends when the target has the object for good: after its `fsync`, or its answer. */
  write(name: string, content: Uint8Array): Promise<Outcome<void>>;
  /** Reads an object of so many bytes to its end; returns how many came. */
  read(name: string, size: number): Promise<Outcome<number>>;
  /** Lists all objects; returns how many there are. */
  list(): Promise<Outcome<number>>;
  remove(name: string): Promise<Outcome<void>>;
  /** Begins a connection and ends it; null where there are none. */
  readonly logIn: (() => Promise<Outcome<unknown>>) | null;
  /** Asks for the least that can be asked, and waits for the answer; null where nobody answers. */
  readonly roundTrip: (() => Promise<Outcome<unknown>>) | null;
  /** Writes an object in parts of `part` bytes, all at once; null where objects have no parts. */
  readonly writeInParts:
    | ((name: string, content: Uint8Array, part: number) => Promise<Outcome<void>>)
    | null;
  close(): Promise<void>;
}
