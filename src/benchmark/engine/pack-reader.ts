import type { Files, OpenFile, Outcome } from '../../host/host.ts';
import type { Pause } from '../../pauses.ts';
import type { Digest } from '../manifest/digest.ts';
import { BLOCK } from '../manifest/file-content.ts';
import { pointFiles } from './repository-files.ts';
import type { StoredEntry } from './stored-entry.ts';

const block = new Uint8Array(BLOCK);

/** Reads contents from the packs of a repository, each of which is opened once; to be closed. */
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

  /** The pack of a point. */
  pack(point: number): Outcome<OpenFile> {
    const known = this.#packs.get(point);
    if (known) return known;
    const opened = this.#files.openRegular(pointFiles(this.#repository, point).pack);
    this.#packs.set(point, opened);
    return opened;
  }

  /**
   * Reads the content of a file and hands it on block by block, each with its place in the file; a
   * block is valid until this returns to it. What was wrong with it is told afterwards, undefined
   * where it is what was stored.
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
      const came = pack.value.read(room, content.offset + done);
      if (!came.ok) wrong = `its content cannot be read: ${came.reason}`;
      else if (came.value < room.length) wrong = `the pack of point ${content.point} is cut short`;
      else {
        this.#digest.update(room);
        send(room, done);
        done += room.length;
      }
      await this.#pause();
    }
    // Asked for in any case, so that the next content begins anew.
    const isStored = this.#digest.hex() === entry.digest;
    return wrong ?? (isStored ? undefined : 'its content is damaged');
  }

  close(): void {
    for (const pack of this.#packs.values()) if (pack.ok) pack.value.close();
    this.#packs.clear();
  }
}
