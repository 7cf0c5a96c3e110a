import type { Chain } from './chain.ts';
import { DIFFERENTIAL, INCREMENT, isFull, REPLICA_SNAPSHOT, REVERSE_INCREMENT } from './kinds.ts';
import { applyRules, keepNewest } from './retention.ts';
import { emptyRows, kindAt, pushCopy, type Rows, reasonsAt } from './rows.ts';

/** The point stays because its generation does. */
export const BY_GENERATION = 1 << 9;

/** Used for one chain after the other: with thousands of them, room of its own would be far away. */
let why = new Int32Array(64);
let need = new Int32Array(64);

/** Gives a chain the room for its reasons, until the next chain asks for it. */
function makeRoom(chain: Chain): void {
  const { rows } = chain;
  if (why.length < rows.count) {
    why = new Int32Array(2 * rows.count);
    need = new Int32Array(2 * rows.count);
  }
  chain.why = why;
  chain.need = need;
}

/** Takes over the reasons that stand in the rows, up to one of them. */
export function readReasons(chain: Chain, newest: number): void {
  makeRoom(chain);
  for (let i = 0; i <= newest; i++) why[i] = reasonsAt(chain.rows, i);
}

/** Applies the keep rules to all points; nothing is removed yet. */
export function review(chain: Chain): void {
  const { rows } = chain;
  makeRoom(chain);
  if (rows.count === 0) return;
  if (chain.rules.dialect === 'generations') keepGenerations(chain);
  else applyRules(chain.rules, rows, chain.why);
}

/**
 * Marks what kept points need, and counts what nothing keeps. An increment and a snapshot need the
 * backup before them, a differential its full, a reverse increment the point after it; fulls and
 * the points of a deduplicating repository need nothing.
 *
 * @param newest the row to begin with; all newer ones must be there to stay.
 */
export function markNeeded(chain: Chain, newest = chain.rows.count - 1): void {
  const { rows, why, need } = chain;
  const above = newest + 1;
  const isLast = above === rows.count;
  // 1 + index of the kept point that needs the next older row, and the next older full
  let wanted = !isLast && needsOlder(kindAt(rows, above)) ? above + 1 : 0;
  let full = isLast ? 0 : differentialFrom(rows, above);
  let spare = 0;
  for (let i = newest; i >= 0; i--) {
    const kind = kindAt(rows, i);
    const base = isFull(kind);
    const needed = base ? wanted || full : wanted;
    need[i] = needed;
    const holder = why[i] !== 0 ? i + 1 : needed;
    if (holder === 0) spare++;
    if (base) full = 0;
    if (kind === DIFFERENTIAL) {
      full = holder || full;
      wanted = 0;
    } else wanted = needsOlder(kind) ? holder : 0;
  }
  chain.spare = spare;
  if (chain.style === 'reverse') markNewer(chain, newest);
}

/** 1 + index of the oldest differential before the next full from a row on, or 0. */
function differentialFrom(rows: Rows, index: number): number {
  for (let i = index; i < rows.count; i++) {
    const kind = kindAt(rows, i);
    if (kind === DIFFERENTIAL) return i + 1;
    if (isFull(kind)) break;
  }
  return 0;
}

function markNewer(chain: Chain, newest: number): void {
  const { rows, why, need } = chain;
  let wanted = 0;
  chain.spare = 0;
  for (let i = 0; i <= newest; i++) {
    if (wanted !== 0 && need[i] === 0) need[i] = wanted;
    const holder = why[i] !== 0 ? i + 1 : (need[i] as number);
    if (holder === 0) chain.spare++;
    wanted = kindAt(rows, i) === REVERSE_INCREMENT ? holder : 0;
  }
}

const needsOlder = (kind: number): boolean => kind === INCREMENT || kind === REPLICA_SNAPSHOT;

/**
 * Whole generations stay or go: a full and what builds on it. `points` and `within` look at points,
 * the other rules count generations by their fulls. The newest one is never removed.
 */
function keepGenerations(chain: Chain): void {
  const { rows, rules, why } = chain;
  keepNewest(rules, rows, why);
  const generations = generationsOf(chain);
  const fulls = emptyRows(generations.length + 1);
  for (const { full } of generations) {
    pushCopy(fulls, rows, full);
  }
  const kept = new Int32Array(generations.length);
  applyRules({ ...rules, dialect: 'overlapping', points: 0, within: 0 }, fulls, kept);
  for (const [index, { from, to }] of generations.entries()) {
    const stays =
      index === generations.length - 1 || why.subarray(from, to).some((bits) => bits !== 0);
    const bits = kept[index] || (stays ? BY_GENERATION : 0);
    for (let i = from; i < to; i++) why[i] = (why[i] as number) | bits;
  }
}

/** Rows `from` up to, without, `to`, and the one among them that holds everything by itself. */
interface Generation {
  readonly from: number;
  readonly to: number;
  readonly full: number;
}

/** The generations, oldest first. Reverse increments lie before their full, all others after it. */
function generationsOf({ rows, style }: Chain): readonly Generation[] {
  const alone = style === 'dedup';
  const fullLast = style === 'reverse';
  const isStart = (index: number): boolean =>
    alone || index === 0 || isFull(kindAt(rows, fullLast ? index - 1 : index));
  const starts = Array.from({ length: rows.count }, (_, index) => index).filter(isStart);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? rows.count;
    return { from, to, full: fullLast ? to - 1 : from };
  });
}
