/**
 * Which points must stay. `review` evaluates the keep rules and writes reasons to `chain.work.why`.
 * `markNeeded` adds what restores of kept points read: it passes over the chain once and hands the
 * dependency of each kept or needed point on to the point it depends on (`chain.work.need`). A point can
 * go if both are 0.
 */
import type { Chain } from './chain.ts';
import { DIALECTS } from './dialects.ts';
import { DIFFERENTIAL, INCREMENT, isFull, REPLICA_SNAPSHOT, REVERSE_INCREMENT } from './kinds.ts';
import { kindAt, type Rows, reasonsAt } from './rows.ts';

/** Makes the shared work arrays large enough for the rows of a chain. */
function reserveWork({ work, rows }: Chain): void {
  if (work.why.length >= rows.count) return;
  work.why = new Int32Array(2 * rows.count);
  work.need = new Int32Array(2 * rows.count);
}

/**
 * Copies the reasons of rows 0 to `newest` from the rows, where `slide` keeps them, to `chain.work.why`.
 */
export function readReasons(chain: Chain, newest: number): void {
  reserveWork(chain);
  const { why } = chain.work;
  for (let i = 0; i <= newest; i++) why[i] = reasonsAt(chain.rows, i);
}

/**
 * Applies the keep rules to all points of a chain and writes the reasons to `chain.work.why`. Removes
 * nothing.
 */
export function review(chain: Chain): void {
  const { rows } = chain;
  reserveWork(chain);
  if (rows.count > 0) DIALECTS[chain.rules.dialect].applyRules(chain);
}

/**
 * Marks the rows that kept points need (`chain.work.need`), and counts the rows that can go
 * (`chain.removable`). An increment and a snapshot need the point before them, a differential needs its
 * full, a reverse increment needs the point after it; fulls and deduplicated points need nothing.
 *
 * @param newest the row to begin with; all newer rows must stay.
 */
export function markNeeded(chain: Chain, newest = chain.rows.count - 1): void {
  const { rows } = chain;
  const { why, need } = chain.work;
  const above = newest + 1;
  const isLast = above === rows.count;
  // 1 + index of the kept point that needs the next older row (`wanted`), or the next older full
  // (`full`); 0 for none
  let wanted = !isLast && needsOlder(kindAt(rows, above)) ? above + 1 : 0;
  let full = isLast ? 0 : differentialFrom(rows, above);
  let removable = 0;
  for (let i = newest; i >= 0; i--) {
    const kind = kindAt(rows, i);
    const base = isFull(kind);
    const needed = base ? wanted || full : wanted;
    need[i] = needed;
    const holder = why[i] !== 0 ? i + 1 : needed;
    if (holder === 0) removable++;
    if (base) full = 0;
    if (kind === DIFFERENTIAL) {
      full = holder || full;
      wanted = 0;
    } else wanted = needsOlder(kind) ? holder : 0;
  }
  chain.removable = removable;
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
  const { rows } = chain;
  const { why, need } = chain.work;
  let wanted = 0;
  chain.removable = 0;
  for (let i = 0; i <= newest; i++) {
    if (wanted !== 0 && need[i] === 0) need[i] = wanted;
    const holder = why[i] !== 0 ? i + 1 : (need[i] as number);
    if (holder === 0) chain.removable++;
    wanted = kindAt(rows, i) === REVERSE_INCREMENT ? holder : 0;
  }
}

const needsOlder = (kind: number): boolean => kind === INCREMENT || kind === REPLICA_SNAPSHOT;
