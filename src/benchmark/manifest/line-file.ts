import { createHash } from 'node:crypto';
import { escaped } from '../../escape.ts';
import type { OpenFile } from '../../host/host.ts';
import { ProblemsFound } from '../../problem.ts';

/** A line of a line file: an object whose fields the caller checks. */
export type Line = Readonly<Record<string, unknown>>;

const PIECE = 65_536;
// Longer than any valid line: a path has at most 4096 bytes, escaped to at most six characters
// each.
const LONGEST = 1 << 20;

/**
 * Writes a file of JSON lines in pieces: a header that names the format, one line for each row, and
 * a last line with the number of rows and a SHA-256 of everything before it, which detects
 * truncated and damaged files.
 */
export class LineWriter {
  readonly #send: (piece: Uint8Array) => void;
  readonly #digest = createHash('sha256');
  #waiting: string[] = [];
  #length = 0;
  #rows = 0;

  /** @param send receives each piece; it is not modified afterwards. */
  constructor(header: Line & { readonly format: string }, send: (piece: Uint8Array) => void) {
    this.#send = send;
    this.#add(header);
  }

  row(line: Line): void {
    this.#rows += 1;
    this.#add(line);
    if (this.#length >= PIECE) this.#flush();
  }

  /** Writes the last line; nothing may follow. */
  end(): void {
    this.#flush();
    const last = JSON.stringify({ rows: this.#rows, sha256: this.#digest.digest('hex') });
    this.#send(Buffer.from(`${last}\n`));
  }

  #add(line: Line): void {
    const text = `${escaped(JSON.stringify(line))}\n`;
    this.#waiting.push(text);
    this.#length += text.length;
  }

  #flush(): void {
    const piece = Buffer.from(this.#waiting.join(''));
    this.#digest.update(piece);
    this.#send(piece);
    this.#waiting = [];
    this.#length = 0;
  }
}

/** An open line file whose header names the expected format. */
export interface LineReader {
  readonly header: Line;
  /**
   * Yields all rows, once. @throws ProblemsFound if the file is damaged, in part only at its end.
   */
  readonly rows: Generator<Line, void>;
  /** The error to throw for an invalid row. */
  damaged(): ProblemsFound;
}

/**
 * Opens a line file for reading; uses constant memory.
 *
 * @param name name of the file in problems.
 * @throws ProblemsFound if the format differs, or the file is truncated or damaged.
 */
export function readLines(file: OpenFile, format: string, name: string): LineReader {
  const damaged = (what = 'is damaged'): ProblemsFound =>
    new ProblemsFound([
      { path: '', message: `${name} ${what}`, hint: `name a file of the format ${format}` },
    ]);
  const lines = byteLines(file, damaged);
  const first = lines.next().value ?? Buffer.alloc(0);
  const header = parsed(first);
  if (header?.format !== format) throw damaged(`is not of the format ${format}`);
  return { header, rows: verifiedRows(first, lines, damaged), damaged };
}

/**
 * Yields the rows one line late, because the last line is the trailer, and then verifies the
 * trailer.
 */
function* verifiedRows(
  first: Uint8Array,
  lines: Generator<Uint8Array, void>,
  damaged: (what?: string) => ProblemsFound,
): Generator<Line, void> {
  const digest = createHash('sha256').update(first);
  let rows = -1;
  let last: { readonly line: Line; readonly bytes: Uint8Array } | undefined;
  for (const bytes of lines) {
    const line = parsed(bytes);
    if (!line) throw damaged();
    if (last) {
      digest.update(last.bytes);
      yield last.line;
    }
    last = { line, bytes };
    rows += 1;
  }
  if (last?.line.rows !== rows) throw damaged('is cut short');
  if (last.line.sha256 !== digest.digest('hex')) throw damaged();
}

/** The lines of a file, each including its line break. */
function* byteLines(
  file: OpenFile,
  damaged: (what: string) => ProblemsFound,
): Generator<Uint8Array, void> {
  let rest = Buffer.alloc(0);
  for (let position = 0; ; ) {
    const piece = Buffer.allocUnsafe(PIECE);
    const read = file.read(piece, position);
    if (!read.ok) throw damaged(`cannot be read: ${read.reason}`);
    if (read.value === 0) break;
    position += read.value;
    const bytes = Buffer.concat([rest, piece.subarray(0, read.value)]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, end + 1);
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > LONGEST) throw damaged('has a line that is too long');
  }
  if (rest.length > 0) throw damaged('is cut short');
}

function parsed(bytes: Uint8Array): Line | undefined {
  try {
    const line: unknown = JSON.parse(Buffer.from(bytes).toString());
    return typeof line === 'object' && line !== null ? (line as Line) : undefined;
  } catch {
    return undefined;
  }
}
