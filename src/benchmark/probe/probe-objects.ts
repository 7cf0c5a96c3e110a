import type { Clock, Host, Outcome } from '../../host/host.ts';
import type { PROBE_OPERATIONS, Probed } from '../records/probe.ts';
import { wallAlone } from '../run/combined-usage.ts';
import { loadBetween } from '../run/surroundings.ts';
import { CELLS, type Cell, foretold, MOST, PARTS, SIZES } from './cells.ts';
import type { Point } from './lines.ts';
import type { Objects } from './objects.ts';
import { type Amount, type Timed, timed } from './timed.ts';

/** A probe of the objects of one target. */
export interface Probing {
  readonly host: Pick<Host, 'load' | 'randomBytes'> & {
    readonly clock: Pick<Clock, 'now' | 'elapsed'>;
  };
  readonly objects: Objects;
  /** Brings the page cache into the state in which objects are to be read, and returns it. */
  settleCache(): Promise<Probed['cache']>;
  /** Seconds for all of it; what would take longer is left out. */
  readonly budget: number;
  /** Bytes that there is room for; null for no known limit. */
  readonly room: number | null;
  readonly cells?: readonly Cell[];
  /** Is told what is done next. */
  tell(what: Pick<Probed, 'operation' | 'size' | 'atOnce'>): void;
  /** Takes what was measured, as it comes. */
  found(probed: Probed): void;
}

/** One operation after or beside the other, and what is known of it. */
interface Batch extends Pick<Amount, 'atOnce' | 'most'> {
  /** As many at least, in place of what is usual. */
  readonly least?: number;
  readonly operation: (typeof PROBE_OPERATIONS)[number];
  readonly size: number | null;
  readonly act: (index: number) => Promise<Outcome<unknown>>;
}

/** The share of the budget after which a batch begins no further operation. */
const SHARE = 1 / 50;
/** Operations of each kind at least: the first may wait for a connection, or for a server to wake. */
const LEAST = 3;
/** Bytes from which one is enough. */
const LARGE = 2 ** 20;
/** Logins are slow. */
const LOGINS = 5;
const ROUND_TRIPS = 40;

/**
 * Measures what a target takes to write, read, list and delete objects: sizes from 4 KiB to 64 MiB,
 * so many at once, each write to its `fsync` or its answer. After a failure the rest is left out.
 */
export async function probeObjects(probing: Probing): Promise<void> {
  const { host, objects, budget, room, cells = CELLS } = probing;
  const from = host.clock.elapsed();
  const left = () => budget - (host.clock.elapsed() - from);
  const contents = contentsOf(host, Math.max(...cells.map(({ size }) => size)));
  const taken: Point[] = [];
  let failed: string | null = null;
  const run = async (batch: Batch): Promise<Timed | null> => {
    const done = await measure(probing, batch);
    if (!done.last.ok) failed = done.last.reason;
    return failed === null ? done : null;
  };
  const { logIn, roundTrip } = objects;
  if (logIn) await run({ ...once('log in', logIn), most: LOGINS });
  if (roundTrip && !failed) await run({ ...once('round trip', roundTrip), most: ROUND_TRIPS });
  for (const cell of cells) {
    const needed = foretold(cell, taken);
    const isTooLarge = room !== null && cell.size * cell.atOnce > room;
    const isTooLong = needed > left();
    const reason = failed
      ? 'an operation before failed'
      : isTooLarge
        ? 'for want of room'
        : isTooLong
          ? WANT_OF_TIME
          : null;
    if (reason !== null) {
      for (const operation of ['write', 'read', 'delete'] as const)
        probing.found(leftOut(host, { operation, ...cell }, reason));
      continue;
    }
    const seconds = await takeCell(objects, cell, contents, run);
    if (cell.atOnce === 1 && seconds !== null) taken.push({ size: cell.size, seconds });
  }
  await inParts(probing, { contents, taken, left: failed ? 0 : left(), run });
}

const WANT_OF_TIME = 'for want of time';

const once = (operation: Batch['operation'], act: Batch['act']) => ({
  ...{ operation, act, size: null, atOnce: 1 },
});

/** Runs a batch of a probe; null if an operation failed. */
type Run = (batch: Batch) => Promise<Timed | null>;

/**
 * Writes, lists the smallest, reads and deletes; returns the least seconds of one object, null
 * after a failure.
 */
async function takeCell(
  objects: Objects,
  { size, atOnce }: Cell,
  contents: (index: number, size: number) => Uint8Array,
  run: Run,
): Promise<number | null> {
  const nameOf = (index: number) => `${size}-${atOnce}-${index}`;
  const batch = { size, atOnce };
  const written = await run({
    ...{ ...batch, operation: 'write', most: MOST },
    act: (index) => objects.write(nameOf(index), contents(index, size)),
  });
  if (!written) return null;
  const most = written.each.length;
  if (size === SIZES[0]) {
    await run({ ...batch, operation: 'list', most: MOST, size: null, act: () => objects.list() });
  }
  const read = await run({
    ...{ ...batch, operation: 'read', most },
    act: async (index) => whole(size, await objects.read(nameOf(index), size)),
  });
  const removed = await run({
    ...{ ...batch, operation: 'delete', most, least: most },
    act: (index) => objects.remove(nameOf(index)),
  });
  if (!read || !removed) return null;
  return [written, read, removed].reduce((sum, { each }) => sum + Math.min(...each), 0);
}

/** That an object came back whole. */
function whole(size: number, read: Outcome<number>): Outcome<number> {
  if (!read.ok || read.value === size) return read;
  const reason = `${read.value} of ${size} bytes came back`;
  return { ok: false, code: 'cut', reason };
}

/** Writes an object in parts, where there are parts and the time for it. */
async function inParts(
  { host, objects, found }: Probing,
  given: {
    readonly contents: (index: number, size: number) => Uint8Array;
    readonly taken: readonly Point[];
    readonly left: number;
    readonly run: Run;
  },
): Promise<void> {
  const { writeInParts } = objects;
  if (!writeInParts) return;
  const { contents, taken, left, run } = given;
  const [size, atOnce] = [PARTS.size * PARTS.count, PARTS.count];
  const batch = { operation: 'write in parts', size, atOnce } as const;
  const needed = foretold({ size: PARTS.size, atOnce }, taken);
  if (left <= 0 || needed > left) return found(leftOut(host, batch, WANT_OF_TIME));
  const act = () => writeInParts('in-parts', contents(0, size), PARTS.size);
  if (await run({ ...batch, act, most: 1 })) await objects.remove('in-parts');
}

/** Does a batch and hands on what was measured. */
async function measure(probing: Probing, batch: Batch): Promise<Timed> {
  const { host, budget, settleCache, tell, found } = probing;
  const { operation, size, atOnce, most, act } = batch;
  const what = { operation, size, atOnce };
  tell(what);
  const reads = operation === 'read';
  const cache = reads ? await settleCache() : null;
  const began = new Date(host.clock.now()).toISOString();
  const before = host.load();
  // Its parts are what goes on at once.
  const parallel = operation === 'write in parts' ? 1 : atOnce;
  const { least = Math.max(parallel, (size ?? 0) < LARGE ? LEAST : 1) } = batch;
  const time = budget * SHARE;
  const done = await timed(host.clock, { atOnce: parallel, least, most, time }, act);
  const { each, seconds, last } = done;
  found({
    ...what,
    began,
    outcome: last.ok ? 'done' : 'failed',
    reason: last.ok ? null : last.reason,
    bytes: (size ?? 0) * each.length,
    ...{ seconds: micro(seconds), each: each.map(micro) },
    objects: operation === 'list' && last.ok ? Number(last.value) : null,
    cache,
    load: loadBetween(before, host.load(), wallAlone(seconds)),
  });
  return done;
}

/** Rounds to microseconds: finer is noise. */
const micro = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

const leftOut = (
  { clock }: Probing['host'],
  what: Pick<Probed, 'operation' | 'size' | 'atOnce'>,
  reason: string,
): Probed => ({
  ...{ ...what, outcome: 'left out', reason, began: new Date(clock.now()).toISOString() },
  ...{ bytes: 0, seconds: 0, each: [], objects: null, cache: null, load: null },
});

/** Bytes between the beginnings of two objects' contents: a prime, so that no two share blocks. */
const APART = 61;

/** Contents that do not compress, another for each object. */
function contentsOf(
  { randomBytes }: Pick<Host, 'randomBytes'>,
  largest: number,
): (index: number, size: number) => Uint8Array {
  const bytes = randomBytes(Math.max(largest, PARTS.size * PARTS.count) + MOST * APART);
  return (index, size) => bytes.subarray(index * APART, index * APART + size);
}
