import { sobol } from './sobol.ts';
import { stream } from './stream.ts';

/** How many independent nets the trials are dealt to: their spread tells the error of a mean. */
export const NETS = 16;

/** Which net a trial belongs to: trials are dealt to the nets in turn, like cards. */
export const netOf = (trial: number): number => trial % NETS;

/**
 * The least number of trials, at least so many, that are whole nets of 2^k points each.
 *
 * @example
 * wholeNets(1000) // 1024
 */
export const wholeNets = (trials: number): number =>
  NETS * 2 ** Math.max(0, Math.ceil(Math.log2(trials / NETS)));

/** What a net is drawn for: quantities of one family are spread evenly over their joint space. */
export interface NetPlace {
  /** Names the quantity: its scramble is its own. */
  readonly name: string;
  /** Names what quantities have in common that take different dimensions of one net. */
  readonly family: string;
  readonly dimension: number;
}

/**
 * The number in (0, 1) that a quantity draws in a trial: a coordinate of a scrambled Sobol point.
 *
 * Trial t is point ⌊t / NETS⌋ of net t mod NETS. So any number of trials is the beginning of any
 * larger one, NETS · 2^k trials are NETS whole nets, and no point is left out (Owen 2020, "On
 * dropping the first Sobol' point", arXiv 2008.08051). Each net has a scramble of its own: a random
 * matrix and shift for each quantity (Matoušek 1998, J. Complexity 14, 527-556), and for each
 * family an order of its points, so that families meet each other as in a Latin hypercube.
 *
 * All of it comes from streams that are named after the quantity and its family. A draw therefore
 * depends on seed, name and trial alone: not on how many trials there are, nor on what else is
 * uncertain.
 *
 * @example
 * netNumber(7, { name: 'links.wan.rate', family: 'links.wan', dimension: 0 }, 3)
 */
export function netNumber(seed: number, place: NetPlace, trial: number): number {
  const { name, family, dimension } = place;
  const net = netOf(trial);
  const index = mix(Math.floor(trial / NETS), wordsOf(seed, `net ${net} order ${family}`), 0);
  const words = wordsOf(seed, `net ${net} scramble ${name}`);
  const shift = words[0] as number;
  return (((mix(sobol(dimension, index), words, 1) ^ shift) >>> 0) + 0.5) / 2 ** 32;
}

/** Words that a net takes for one quantity or family: a shift and a matrix, or a matrix alone. */
const WORDS = 33;

/** Words of streams that were asked for, since all trials of a net ask for the same; so many at most. */
const known = new Map<string, Uint32Array>();
const MOST_KNOWN = 10_000;

/** The first words of the stream of a name. */
function wordsOf(seed: number, name: string): Uint32Array {
  const key = `${seed} ${name}`;
  let words = known.get(key);
  if (words) return words;
  const chance = stream(seed, name);
  words = Uint32Array.from({ length: WORDS }, () => Math.floor(chance() * 2 ** 32));
  if (known.size === MOST_KNOWN) known.clear();
  known.set(key, words);
  return words;
}

/**
 * Multiplies a word with a random lower unitriangular matrix over {0, 1}, whose rows are words from
 * one on: each bit that is set flips bits below it by chance. So words that agree in their first k
 * bits go on to, and a number below 2^k stays below it.
 */
function mix(bits: number, words: Uint32Array, first: number): number {
  let mixed = 0;
  for (let bit = 31, left = bits; left !== 0; bit--) {
    const one = 2 ** bit;
    if (left < one) continue;
    left -= one;
    mixed ^= one | ((words[first + 31 - bit] as number) & (one - 1));
  }
  return mixed;
}
