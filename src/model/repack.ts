/**
 * What a prune rewrites. Chunks lie in packs, and a pack can only be deleted as a whole: of one that is
 * partly dead, the live chunks are written anew first. See docs/model.md, section "Pruning". Sizes in
 * bytes, shares 0 to 1.
 */

/** Packs that were written together: their bytes, and how many of them no point needs any more. */
export interface Packs {
  readonly bytes: number;
  readonly dead: number;
}

/**
 * How much may stay unused.
 *
 * @property chunks of a pack.
 * @property unused share of all packs that may stay unused, or with `ofPack` of each pack by itself.
 * @property live bytes that points need, in all packs.
 */
export interface RepackTerms {
  readonly chunks: number;
  readonly unused: number;
  readonly ofPack: boolean;
  readonly live: number;
}

/** What is read, written anew and freed; and the packs that stay although chunks in them are dead. */
export interface Repacked {
  readonly read: number;
  readonly written: number;
  readonly freed: number;
  readonly left: Packs;
}

const NONE: Packs = { bytes: 0, dead: 0 };
const ROUNDING = 1e-12;

/** Packs of more chunks count as packs of so many: the dead share of each varies by 3 % at most. */
const MOST_CHUNKS = 256;

/**
 * Expected rewriting, if chunks die independently of each other: of packs with `n` chunks of which the
 * share p is dead, the share `C(n, j) p^j (1 - p)^(n - j)` has j dead ones. Packs that are dead as a whole
 * are deleted. Of the others those with the most dead chunks are rewritten first, until no more than
 * `unused / (1 - unused)` of the live bytes is dead; with `ofPack` all in which at least the share
 * `unused` is dead.
 *
 * Derived. Chunks that were written together often die together, and then more packs are dead as a
 * whole and fewer partly: less is rewritten. Where each point leaves its own few in packs of others, more is.
 *
 * @example
 * // Packs of two chunks, half of them dead: a quarter of the packs is dead, half of them half.
 * repacked([{ bytes: 100, dead: 50 }], { chunks: 2, unused: 0, ofPack: false, live: 50 })
 * // { read: 50, written: 25, freed: 50, left: { bytes: 0, dead: 0 } }
 */
export function repacked(
  all: readonly Packs[],
  { chunks, unused, ofPack, live }: RepackTerms,
): Repacked {
  const some = all.filter(({ bytes, dead }) => bytes > 0 && dead > 0).map(withLogs);
  const allowed = unused < 1 ? (unused / (1 - unused)) * live : Infinity;
  const done = { read: 0, written: 0, freed: 0 };
  const left = { bytes: 0, dead: some.reduce((sum, { dead }) => sum + dead, 0) };
  // The logarithm of C(n, j), from j = n down.
  let ways = 0;
  const n = Math.min(chunks, MOST_CHUNKS);
  for (let j = n; j > 0; j--) {
    const share = j / n;
    const bytes = some.reduce((sum, packs) => sum + packs.bytes * chance(packs, ways, j, n), 0);
    const dead = bytes * share;
    const part = j === n ? 1 : ofPack ? Number(share >= unused) : partOf(left.dead - allowed, dead);
    if (j < n) {
      done.read += part * bytes;
      done.written += part * (bytes - dead);
    }
    done.freed += part * dead;
    left.dead = Math.max(0, left.dead - part * dead);
    left.bytes += (1 - part) * bytes;
    ways += Math.log(j / (n - j + 1));
  }
  // What rounding leaves is nothing.
  return { ...done, left: left.dead > ROUNDING * (done.freed + left.dead) ? left : NONE };
}

/** Packs, and the logarithms of the shares of their chunks that are dead and alive. */
interface LoggedPacks extends Packs {
  readonly died: number;
  readonly lived: number;
}

function withLogs({ bytes, dead }: Packs): LoggedPacks {
  const share = Math.min(1, dead / bytes);
  return { bytes, dead, died: Math.log(share), lived: Math.log1p(-share) };
}

/** Chance that a pack has j dead chunks of n; `ways` is the logarithm of C(n, j). */
const chance = ({ died, lived }: LoggedPacks, ways: number, j: number, n: number): number =>
  j === n ? Math.exp(n * died) : Math.exp(ways + j * died + (n - j) * lived);

/** The part of some dead bytes that has to go, so that too much of them goes. */
const partOf = (tooMuch: number, dead: number): number =>
  dead > 0 ? Math.min(1, Math.max(0, tooMuch / dead)) : 0;
