import { createHash } from 'node:crypto';
import type { Facts, Fault, Files, OpenFile, Outcome } from '../host/host.ts';
import { CHUNK_SIZE, type ChunkSample } from './chunk-sample.ts';
import { bytesWithoutHoles, isZero, mayHaveHoles, PROBE_SIZE } from './holes.ts';
import { fileIdentity } from './walk.ts';

/** The result of examining a file's content. */
export interface Examined {
  /** The file's bytes without holes. */
  readonly counted: number;
  /** Why the content could not be read, if it had to be. */
  readonly fault?: Fault;
}

// Files that are almost entirely holes would cost much reading for little information. Such files
// are skipped, so at least one byte in this many that are read is data.
const MOST_HOLLOW = 64;

/**
 * Opens a file, provided it is still the file that `facts` describe; fails with `ENOENT` if another
 * file has taken its name.
 */
export function openSame(
  files: Pick<Files, 'openRegular'>,
  path: Uint8Array,
  facts: Facts,
): Outcome<OpenFile> {
  const opened = files.openRegular(path);
  if (!opened.ok || fileIdentity(opened.value.facts) === fileIdentity(facts)) return opened;
  opened.value.close();
  return { ok: false, code: 'ENOENT', reason: 'another file stands in its place' };
}

/**
 * Examines a file as far as needed: its holes, if it may have any, and the chunks that the sample
 * wants. Most files of a large directory are never opened.
 */
export async function examine(
  files: Pick<Files, 'openRegular'>,
  path: Uint8Array,
  facts: Facts,
  sample: ChunkSample,
  pause: () => Promise<void>,
): Promise<Examined> {
  const { size } = facts;
  const sparse = mayHaveHoles(facts);
  const first = sparse ? 0 : await firstWanted(sample, size, pause);
  if (first === undefined) return { counted: size };
  const opened = openSame(files, path, facts);
  if (!opened.ok) {
    return { counted: sparse ? Math.min(size, facts.allocated) : size, fault: opened };
  }
  const file = opened.value;
  try {
    const counted = sparse ? bytesWithoutHoles(facts, pageReader(file)) : size;
    if (counted * MOST_HOLLOW < size) {
      if (counted > 0) sample.passBy();
      return { counted };
    }
    const fault = await addChunks(file, first, sample, pause);
    return fault === undefined ? { counted } : { counted, fault };
  } finally {
    file.close();
  }
}

// A check takes a fraction of a microsecond, so this many take a few milliseconds.
const LOOKS_BETWEEN_PAUSES = 16_384;

async function firstWanted(
  sample: ChunkSample,
  size: number,
  pause: () => Promise<void>,
): Promise<number | undefined> {
  const chunks = Math.ceil(size / CHUNK_SIZE);
  for (let index = 0; index < chunks && !sample.closed; index++) {
    if (sample.wants(size, index)) return index;
    if (index % LOOKS_BETWEEN_PAUSES === LOOKS_BETWEEN_PAUSES - 1) await pause();
  }
  return undefined;
}

function pageReader(file: OpenFile): (position: number) => Uint8Array | undefined {
  const page = new Uint8Array(PROBE_SIZE);
  return (position) => (file.read(page, position).ok ? page : undefined);
}

const chunk = new Uint8Array(CHUNK_SIZE);

async function addChunks(
  file: OpenFile,
  first: number,
  sample: ChunkSample,
  pause: () => Promise<void>,
): Promise<Fault | undefined> {
  const { size, allocated } = file.facts;
  const chunks = Math.ceil(size / CHUNK_SIZE);
  for (let index = first; index < chunks && !sample.closed; index++) {
    const wanted = sample.wants(size, index);
    if (wanted || index % LOOKS_BETWEEN_PAUSES === 0) await pause();
    if (!wanted) continue;
    const read = file.read(chunk, index * CHUNK_SIZE);
    if (!read.ok) return read;
    const bytes = chunk.subarray(0, read.value);
    // The file was truncated meanwhile.
    if (bytes.length === 0) return undefined;
    if (allocated < size && isZero(bytes)) continue;
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 24);
    sample.add(size, index, digest, bytes.length);
  }
  return undefined;
}
