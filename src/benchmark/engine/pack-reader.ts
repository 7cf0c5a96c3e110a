import type { Files, OpenFile, Outcome } from '../../host/host.ts';
import type { Pause } from '../../pauses.ts';
import type { Digest } from '../manifest/digest.ts';
import { BLOCK } from '../manifest/file-content.ts';
import { pointFiles } from './repository-files.ts';
import type { StoredEntry } from './stored-entry.ts';

const block = new Uint8Array(BLOCK);

/**
 * Reads file contents from the packs of a repository, opening each pack once; the caller closes it.
 */
export class PackReader {
  readonly #files: Files;
  readonly #repository: string;
  readonly #digest: Digest;
  readonly #pause: Pause;
  readonly #packs = new Map<number, Outcome<OpenFile>>();

  constructor(files: Files, repository: string, digest: Digest, pause: Pause) {
    this.#files = files;
    this.#repository = repository;
    this.#digest = digest;
    this.#pause = pause;
  }

  /** The opened pack of a point. */
  pack(point: number): Outcome<OpenFile> {
    const cached = this.#packs.get(point);
    if (cached) return cached;
    const opened = this.#files.openRegular(pointFiles(this.#repository, point).pack);
    this.#packs.set(point, opened);
    return opened;
  }

  /**
   * Reads a file's content and passes it on in blocks with their positions in the file; a block is
   * valid only during the call of `send`.
   *
   * @returns what is wrong with the content; undefined if it matches its digest.
   */
  async read(
    { entry, content }: StoredEntry,
    send: (bytes: Uint8Array, position: number) => void = () => undefined,
  ): Promise<string | undefined> {
    if (!content) return undefined;
    const pack = this.pack(content.point);
    if (!pack.ok) return `the pack of point ${content.point} cannot be read: ${pack.reason}`;
    let wrong: string | undefined;
    for (let done = 0; done < entry.size && !wrong; ) {
      const room = block.subarray(0, Math.min(BLOCK, entry.size - done));
      const read = pack.value.read(room, content.offset + done);
      if (!read.ok) wrong = `its content cannot be read: ${read.reason}`;
      else if (read.value < room.length) wrong = `the pack of point ${content.point} is cut short`;
      else {
        this.#digest.update(room);
        send(room, done);
        done += room.length;
      }
      await this.#pause();
    }
    // Always finish the digest, so that the next content starts with a fresh one.
    const isStored = this.#digest.hex() === entry.digest;
    return wrong ?? (isStored ? undefined : 'its content is damaged');
  }

  close(): void {
    for (const pack of this.#packs.values()) if (pack.ok) pack.value.close();
    this.#packs.clear();
  }
}
