import type { TemporaryFile } from '../host/host.ts';
import { KEY_SIZE, ROW_SIZE } from './index-row.ts';
import { mergeRows } from './merge-rows.ts';

/** How much is held in memory at once; the defaults come to about 20 MB. */
export interface SortLimits {
  /** Rows sorted in memory before they go to a file. */
  readonly rowsInMemory?: number;
  /** Sorted files that are merged at once. */
  readonly filesAtOnce?: number;
}

// Rows are written and read in pieces of about this size.
const ROWS_A_PIECE = 1638;

/**
 * Sorts any number of rows by key in flat memory: sorted runs go to temporary files, which are then
 * merged; when there are too many for one merge, the first of them are merged into one.
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

  /** Adds one row that `write` puts into the given place. */
  add(write: (target: Buffer, offset: number) => void): void {
    if (this.#held === this.#capacity) this.#spill();
    write(this.#memory, this.#held * ROW_SIZE);
    this.#held += 1;
    this.#count += 1;
  }

  /**
   * All rows in order, as pieces of whole rows; may be asked for again, but not while rows are
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

  /** Gives the temporary files back. */
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
    // The first 48 bits decide nearly always, and a number is compared faster than bytes.
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

/** Gathers single rows into larger pieces; a piece is valid until the next one is asked for. */
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
    const came = run.read(piece, position);
    for (let row = 0; row < came; row += ROW_SIZE) yield piece.subarray(row, row + ROW_SIZE);
    position += came;
  }
}
