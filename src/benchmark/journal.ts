import type { Files, Outcome, WorkDirectory } from '../host/host.ts';
import { ProblemsFound } from '../problem.ts';
import { FORMAT, type Measurement, measurement, type Opening, opening } from './measurement.ts';
import { FORMAT_1, measurementOfFormat1, openingOfFormat1 } from './records/format-1.ts';
import { type ProbeRecord, probe } from './records/probe.ts';

/** The measurements file of a run; each measurement is appended as soon as its step ends. */
export interface Journal {
  readonly path: string;
  readonly opening: Opening;
  /** Measurements of the finished steps, by step id. */
  readonly done: ReadonlyMap<string, Measurement>;
  /** What was probed of targets. */
  readonly probed: readonly ProbeRecord[];
  /** @throws ProblemsFound if the disk is full. */
  append(line: Measurement | ProbeRecord): void;
  close(): void;
}

const LINE_BREAK = 10;
const LIMIT = 1_000_000_000;

/** Creates the measurements file of a new run. @throws ProblemsFound if it cannot be written. */
export function newJournal(work: WorkDirectory, path: string, first: Opening): Journal {
  return journalAt(work, path, { first, lines: [], probed: [], size: 0 }, true);
}

/**
 * Opens the measurements file of an interrupted run. An incomplete last line is dropped, and its
 * step is run again.
 *
 * @throws ProblemsFound if the file is not a measurements file.
 */
export async function reopenJournal(
  files: Files,
  work: WorkDirectory,
  path: string,
): Promise<Journal> {
  const { format, ...content } = await readMeasurements(files, path);
  if (format !== FORMAT) throw older(path);
  return journalAt(work, path, content, false);
}

interface Content {
  readonly first: Opening;
  readonly lines: readonly Measurement[];
  readonly probed: readonly ProbeRecord[];
  /** Bytes up to the end of the last complete line. */
  readonly size: number;
}

/**
 * Reads a measurements file, also one of format 1, whose lines get null for what was not measured
 * then.
 *
 * @throws ProblemsFound with the first invalid line.
 */
export async function readMeasurements(
  files: Files,
  path: string,
): Promise<Content & { readonly format: string; readonly bytes: Uint8Array }> {
  const read = await files.read(path, LIMIT);
  if (!read.ok) throw refused(path, 1, `cannot be read: ${read.reason}`);
  const size = read.value.lastIndexOf(LINE_BREAK) + 1;
  const texts = new TextDecoder().decode(read.value.subarray(0, size)).split('\n').slice(0, -1);
  const written = parsed(texts[0]);
  const isOld = written?.format === FORMAT_1;
  const first = opening.safeParse(isOld ? openingOfFormat1(written, FORMAT) : written);
  if (!first.success) throw refused(path, 1, 'is not the beginning of measurements by backcast');
  const lines: Measurement[] = [];
  const probed: ProbeRecord[] = [];
  for (const [index, text] of texts.slice(1).entries()) {
    const row = parsed(text);
    const line = measurement.safeParse(isOld && row ? measurementOfFormat1(row) : row);
    const other = line.success ? undefined : probe.safeParse(row);
    if (line.success) lines.push(line.data);
    else if (other?.success) probed.push(other.data);
    else throw refused(path, index + 2, 'is not a measurement');
  }
  const format = isOld ? FORMAT_1 : FORMAT;
  return { first: first.data, lines, probed, size, format, bytes: read.value };
}

/** Whether a measurements file is there that does not even hold its first line. */
export async function holdsNothing(files: Files, path: string): Promise<boolean> {
  const read = await files.read(path, LIMIT);
  return read.ok && !read.value.includes(LINE_BREAK);
}

/** The object in a line; undefined if it holds none. */
function parsed(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  try {
    const value = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const older = (file: string): ProblemsFound =>
  new ProblemsFound([
    {
      path: '',
      message: 'was written by an earlier version, which measured less',
      hint: 'remove what the run has left with --discard, and begin it anew',
      place: { file, line: 1, column: 1 },
    },
  ]);

const refused = (file: string, line: number, message: string): ProblemsFound =>
  new ProblemsFound([
    {
      path: '',
      message,
      hint: 'name a file that "backcast bench" has written',
      place: { file, line, column: 1 },
    },
  ]);

function journalAt(
  work: WorkDirectory,
  path: string,
  { first, lines, probed: before, size }: Content,
  begin: boolean,
): Journal {
  const file = orProblem(path, work.open(path, begin ? 'new' : 'as it is'));
  if (!begin) orProblem(path, file.truncate(size));
  const reserve = reserveOf(work, `${path}.reserve`);
  const done = new Map(lines.map((line) => [line.step, line]));
  const probed = [...before];
  let end = size;
  const write = (line: Opening | Measurement | ProbeRecord): void => {
    const bytes = new TextEncoder().encode(`${JSON.stringify(line)}\n`);
    const written = file.write(bytes, end);
    if (!written.ok) {
      reserve.release();
      orProblem(path, file.write(bytes, end));
    }
    // The flush may fail: some devices cannot confirm that data is durable, though they have it.
    file.flush();
    end += bytes.length;
  };
  if (begin) write(first);
  reserve.take();
  return {
    path,
    opening: first,
    done,
    probed,
    append(line) {
      write(line);
      if (line.kind === 'probe') probed.push(line);
      else done.set(line.step, line);
      reserve.take();
    },
    close() {
      file.close();
      reserve.release();
    },
  };
}

const RESERVE = new Uint8Array(1 << 20);

/**
 * A file that reserves disk space. It is deleted when the disk is full, so that the step that
 * filled the disk can still be recorded.
 */
function reserveOf(work: WorkDirectory, path: string) {
  let isTaken = false;
  return {
    /** Reserves the space again, as soon as there is enough. */
    take(): void {
      if (isTaken) return;
      const file = work.open(path, 'empty');
      if (!file.ok) return;
      isTaken = file.value.write(RESERVE, 0).ok;
      file.value.close();
      if (!isTaken) work.remove(path);
    },
    release(): void {
      isTaken = false;
      work.remove(path);
    },
  };
}

function orProblem<T>(path: string, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new ProblemsFound([
    {
      path: '',
      message: `cannot write ${path}: ${outcome.reason}`,
      hint: 'make room, then go on with --resume',
    },
  ]);
}
