/**
 * Which points must stay. `review` evaluates the keep rules and writes reasons to `chain.why`.
 * `markNeeded` adds what restores of kept points read: it passes over the chain once and hands the
 * dependency of each kept or needed point on to the point it depends on (`chain.need`). A point can
 * go if both are 0.
 */
import type { Chain } from './chain.ts';
import { DIFFERENTIAL, INCREMENT, isFull, REPLICA_SNAPSHOT, REVERSE_INCREMENT } from './kinds.ts';
import { applyRules, keepNewest } from './retention.ts';
import { emptyRows, kindAt, pushCopy, type Rows, reasonsAt } from './rows.ts';

/** Reason bit: the point stays because its generation stays. */
export const BY_GENERATION = 1 << 9;

/**
 * Work arrays that all chains share, one after the other. With thousands of chains, arrays of their
 * own would always be cold in the cache.
 */
let why = new Int32Array(64);
let need = new Int32Array(64);

/** Gives the work arrays to a chain, until the next chain asks for them. */
function takeWorkArrays(chain: Chain): void {
  const { rows } = chain;
  if (why.length < rows.count) {
    why = new Int32Array(2 * rows.count);
    need = new Int32Array(2 * rows.count);
  }
  chain.why = why;
  chain.need = need;
}

/**
 * Copies the reasons of rows 0 to `newest` from the rows, where `slide` keeps them, to `chain.why`.
 */
export function readReasons(chain: Chain, newest: number): void {
  takeWorkArrays(chain);
  for (let i = 0; i <= newest; i++) why[i] = reasonsAt(chain.rows, i);
}

/**
 * Applies the keep rules to all points of a chain and writes the reasons to `chain.why`. Removes
 * nothing.
 */
export function review(chain: Chain): void {
  const { rows } = chain;
  takeWorkArrays(chain);
  if (rows.count === 0) return;
  if (chain.rules.dialect === 'generations') keepGenerations(chain);
  else applyRules(chain.rules, rows, chain.why);
}

/**
 * Marks the rows that kept points need (`chain.need`), and counts the rows that can go
 * (`chain.spare`). An increment and a snapshot need the point before them, a differential needs its
 * full, a reverse increment needs the point after it; fulls and deduplicated points need nothing.
 *
 * @param newest the row to begin with; all newer rows must stay.
 */
export function markNeeded(chain: Chain, newest = chain.rows.count - 1): void {
  const { rows, why, need } = chain;
  const above = newest + 1;
  const isLast = above === rows.count;
  // 1 + index of the kept point that needs the next older row (`wanted`), or the next older full
  // (`full`); 0 for none
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

/** 1 + index of the oldest differential between a row and the next full; 0 if there is none. */
function differentialFrom(rows: Rows, index: number): number {
  for (let i = index; i < rows.count; i++) {
    const kind = kindAt(rows, i);
    if (kind === DIFFERENTIAL) return i + 1;
    if (isFull(kind)) break;
  }
  return 0;
}

/**
 * The second pass for style reverse, from old to new: reverse increments need the point after them.
 */
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
 * Keeps or drops whole generations: a full with everything that builds on it. `points` and `within`
 * look at points, the lock at points and fulls; each keeps the generations of what it finds. All
 * other rules count generations by their fulls. The newest generation always stays.
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

/** Rows `from` (inclusive) to `to` (exclusive), and the self-contained one among them. */
interface Generation {
  readonly from: number;
  readonly to: number;
  readonly full: number;
}

/**
 * The generations, oldest first. Reverse increments come before their full, all other kinds after
 * it.
 */
function generationsOf({ rows, style }: Chain): readonly Generation[] {
  const isSingle = style === 'dedup';
  const fullLast = style === 'reverse';
  const isStart = (index: number): boolean =>
    isSingle || index === 0 || isFull(kindAt(rows, fullLast ? index - 1 : index));
  const starts = Array.from({ length: rows.count }, (_, index) => index).filter(isStart);
  return starts.map((from, index) => {
    const to = starts[index + 1] ?? rows.count;
    return { from, to, full: fullLast ? to - 1 : from };
  });
}
