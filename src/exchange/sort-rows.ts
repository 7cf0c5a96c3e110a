import type { TemporaryFile } from '../host/host.ts';
import { KEY_SIZE, ROW_SIZE } from './index-row.ts';
import { mergeRows } from './merge-rows.ts';

/** Memory limits of a sort; the defaults come to about 20 MB. */
export interface SortLimits {
  /** Rows sorted in memory before they are written to a file. */
  readonly rowsInMemory?: number;
  /** Sorted files merged at the same time. */
  readonly filesAtOnce?: number;
}

// Number of rows that are read or written at a time.
const ROWS_A_PIECE = 1638;

/**
 * External merge sort: sorts any number of rows by key in constant memory. Sorted runs go to
 * temporary files, which are then merged. If there are too many for one merge, the first ones are
 * merged into one file until the rest fits.
 */
export class RowSorter {
  readonly #temporary: () => TemporaryFile;
  readonly #capacity: number;
  readonly #filesAtOnce: number;
  readonly #memory: Buffer;
  #held = 0;
  #count = 0;
  #runs: TemporaryFile[] = [];

  constructor(temporary: () => TemporaryFile, limits: SortLimits = {}) {
    this.#temporary = temporary;
    this.#capacity = limits.rowsInMemory ?? 131_072;
    this.#filesAtOnce = Math.max(2, limits.filesAtOnce ?? 64);
    this.#memory = Buffer.alloc(this.#capacity * ROW_SIZE);
  }

  /** Rows added so far. */
  get count(): number {
    return this.#count;
  }

  /** Adds one row; `write` puts it into the given buffer at the given offset. */
  add(write: (target: Buffer, offset: number) => void): void {
    if (this.#held === this.#capacity) this.#spill();
    write(this.#memory, this.#held * ROW_SIZE);
    this.#held += 1;
    this.#count += 1;
  }

  /**
   * Yields all rows in order, as buffers of whole rows. May be called again, but not while rows are
   * still being added.
   */
  *pieces(): Generator<Buffer> {
    if (this.#runs.length === 0) {
      yield* inPieces(this.#sorted());
      return;
    }
    if (this.#held > 0) this.#spill();
    while (this.#runs.length > this.#filesAtOnce) {
      const first = this.#runs.splice(0, this.#filesAtOnce);
      this.#runs.push(this.#store(inPieces(mergeRows(first.map(readRun)))));
      for (const run of first) run.remove();
    }
    yield* inPieces(mergeRows(this.#runs.map(readRun)));
  }

  /** Removes the temporary files. */
  close(): void {
    for (const run of this.#runs.splice(0)) run.remove();
  }

  #spill(): void {
    this.#runs.push(this.#store(inPieces(this.#sorted())));
    this.#held = 0;
  }

  #store(pieces: Iterable<Buffer>): TemporaryFile {
    const file = this.#temporary();
    for (const piece of pieces) file.append(piece);
    return file;
  }

  *#sorted(): Generator<Buffer> {
    const memory = this.#memory;
    // The first 48 bits decide almost always, and comparing numbers is faster than comparing bytes.
    const heads = new Float64Array(this.#held);
    for (let row = 0; row < this.#held; row++) heads[row] = memory.readUIntBE(row * ROW_SIZE, 6);
    const order = Uint32Array.from(heads.keys()).sort(
      (a, b) => (heads[a] ?? 0) - (heads[b] ?? 0) || compareAt(memory, a, b),
    );
    for (const row of order) yield memory.subarray(row * ROW_SIZE, (row + 1) * ROW_SIZE);
  }
}

function compareAt(memory: Buffer, a: number, b: number): number {
  const [left, right] = [a * ROW_SIZE, b * ROW_SIZE];
  return memory.compare(memory, right, right + KEY_SIZE, left, left + KEY_SIZE);
}

/** Collects single rows into larger buffers; a buffer is valid until the next one is requested. */
function* inPieces(rows: Iterable<Buffer>): Generator<Buffer> {
  const piece = Buffer.alloc(ROWS_A_PIECE * ROW_SIZE);
  let filled = 0;
  for (const row of rows) {
    row.copy(piece, filled);
    filled += ROW_SIZE;
    if (filled < piece.length) continue;
    yield piece;
    filled = 0;
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

function* readRun(run: TemporaryFile): Generator<Buffer> {
  const piece = Buffer.alloc(ROWS_A_PIECE * ROW_SIZE);
  for (let position = 0; position < run.size; ) {
    const read = run.read(piece, position);
    for (let row = 0; row < read; row += ROW_SIZE) yield piece.subarray(row, row + ROW_SIZE);
    position += read;
  }
}
