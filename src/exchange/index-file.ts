import { createHash } from 'node:crypto';
import type { OpenFile } from '../host/host.ts';
import { type Problem, ProblemsFound } from '../problem.ts';
import { compareKeys, type IndexRow, ROW_SIZE, readRow } from './index-row.ts';

/** Metadata at the start of an index file. */
export interface IndexHeader {
  /**
   * The HMAC key of the path hashes, 32 bytes. Who has it can test whether a guessed path is
   * present.
   */
  readonly key: Uint8Array;
  /** When the directory was walked, milliseconds since 1970. */
  readonly taken: number;
  readonly rows: number;
}

const FORMAT = 'backcast/index/1';
const HEADER_LIMIT = 1024;
const DIGEST_SIZE = 32;

/**
 * Yields the bytes of an index file: one line of JSON, the rows sorted by key, and a SHA-256 of
 * both, which detects truncated and damaged files.
 */
export function* indexFile(header: IndexHeader, pieces: Iterable<Buffer>): Generator<Uint8Array> {
  const digest = createHash('sha256');
  const line = Buffer.from(
    `${JSON.stringify({
      format: FORMAT,
      key: Buffer.from(header.key).toString('hex'),
      taken: new Date(header.taken).toISOString(),
      rows: header.rows,
    })}\n`,
  );
  digest.update(line);
  yield line;
  for (const piece of pieces) {
    digest.update(piece);
    yield piece;
  }
  yield digest.digest();
}

/** An open index file whose header has been checked. */
export interface IndexReader {
  readonly header: IndexHeader;
  /**
   * @throws ProblemsFound if the rows are damaged or out of order; damage may show only at the end.
   */
  rows(): Generator<IndexRow>;
}

/**
 * Opens an index for reading.
 *
 * @param name name of the file in problems.
 * @throws ProblemsFound if the file is not an index, is truncated or has a damaged header.
 */
export function openIndex(file: OpenFile, name: string): IndexReader {
  const start = Buffer.alloc(HEADER_LIMIT);
  const read = mustRead(file, start, 0, name);
  const end = start.subarray(0, read).indexOf(10);
  const header = end < 0 ? undefined : parseHeader(start.toString('utf8', 0, end));
  if (!header) throw damaged(name, 'is not an index that observe wrote');
  const length = end + 1 + header.rows * ROW_SIZE + DIGEST_SIZE;
  if (file.facts.size !== length) throw damaged(name, 'is cut short or damaged');
  return { header, rows: () => readRows(file, start.subarray(0, end + 1), header.rows, name) };
}

function* readRows(
  file: OpenFile,
  line: Uint8Array,
  count: number,
  name: string,
): Generator<IndexRow> {
  const digest = createHash('sha256').update(line);
  const piece = Buffer.alloc(1638 * ROW_SIZE);
  let last: Uint8Array | undefined;
  let position = line.length;
  for (let left = count; left > 0; ) {
    const wanted = piece.subarray(0, Math.min(left * ROW_SIZE, piece.length));
    if (mustRead(file, wanted, position, name) < wanted.length) throw damaged(name, 'is cut short');
    digest.update(wanted);
    for (let offset = 0; offset < wanted.length; offset += ROW_SIZE) {
      const row = readRow(wanted, offset);
      if (last && compareKeys(last, row.key) > 0) throw damaged(name, 'is damaged');
      last = row.key;
      yield row;
    }
    position += wanted.length;
    left -= wanted.length / ROW_SIZE;
  }
  const stored = Buffer.alloc(DIGEST_SIZE);
  mustRead(file, stored, position, name);
  if (!digest.digest().equals(stored)) throw damaged(name, 'is damaged');
}

function mustRead(file: OpenFile, into: Uint8Array, position: number, name: string): number {
  const outcome = file.read(into, position);
  if (outcome.ok) return outcome.value;
  throw damaged(name, `cannot be read (${outcome.reason})`);
}

function damaged(name: string, what: string): ProblemsFound {
  const problem: Problem = {
    path: '',
    message: `${name} ${what}`,
    hint: 'name a file that "observe DIR --index FILE" wrote',
  };
  return new ProblemsFound([problem]);
}

function parseHeader(line: string): IndexHeader | undefined {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof found !== 'object' || found === null) return undefined;
  const { format, key, taken, rows } = found as Readonly<Record<string, unknown>>;
  if (format !== FORMAT || typeof key !== 'string' || !/^[0-9a-f]{64}$/u.test(key))
    return undefined;
  if (typeof rows !== 'number' || !Number.isSafeInteger(rows) || rows < 0) return undefined;
  const time = typeof taken === 'string' ? Date.parse(taken) : Number.NaN;
  return Number.isNaN(time) ? undefined : { key: Buffer.from(key, 'hex'), taken: time, rows };
}
