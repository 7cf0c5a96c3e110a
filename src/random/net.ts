/**
 * Randomised quasi-Monte Carlo: the uncertain quantities of trials are coordinates of scrambled
 * Sobol points. Trials then cover the space of inputs more evenly than independent draws, and
 * several independent nets allow an estimate of the error.
 */
import { sobol } from './sobol.ts';
import { stream } from './stream.ts';

/** Number of independent nets that trials are dealt to; their spread gives the error of a mean. */
export const NETS = 16;

/** The net of a trial: trials are dealt to the nets in turn. */
export const netOf = (trial: number): number => trial % NETS;

/**
 * The smallest number of trials that is at least the given one and fills all nets with 2^k points
 * each.
 *
 * @example
 * wholeNets(1000) // 1024
 */
export const wholeNets = (trials: number): number =>
  NETS * 2 ** Math.max(0, Math.ceil(Math.log2(trials / NETS)));

/**
 * The place of a quantity in the nets. Quantities of one family are spread evenly over their joint
 * space.
 */
export interface NetPlace {
  /** Name of the quantity; each has its own scramble. */
  readonly name: string;
  /** Name of the family: the quantities that take different dimensions of the same nets. */
  readonly family: string;
  readonly dimension: number;
}

/**
 * The number in (0, 1) of a quantity in a trial: a coordinate of a scrambled Sobol point.
 *
 * Trial t is point ⌊t / NETS⌋ of net t mod NETS. So any number of trials is the beginning of any
 * larger number, NETS · 2^k trials are NETS whole nets, and no point is skipped (Owen 2020, "On
 * dropping the first Sobol' point", arXiv 2008.08051). Each net has its own scramble: a random
 * matrix and shift for each quantity (Matoušek 1998, J. Complexity 14, 527-556), and for each
 * family a random order of its points, so that families are combined as in a Latin hypercube.
 *
 * All scrambles come from streams named after the quantity or its family. A number therefore
 * depends only on seed, name and trial, neither on the number of trials nor on other uncertain
 * quantities.
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

/** Random words per quantity or family and net: a shift and a matrix, or a matrix alone. */
const WORDS = 33;

/** Cache of these words, since all trials of a net need the same ones; cleared at the limit. */
const cachedWords = new Map<string, Uint32Array>();
const MOST_CACHED = 10_000;

/** The first words of the stream with a name. */
function wordsOf(seed: number, name: string): Uint32Array {
  const key = `${seed} ${name}`;
  let words = cachedWords.get(key);
  if (words) return words;
  const draw = stream(seed, name);
  words = Uint32Array.from({ length: WORDS }, () => Math.floor(draw() * 2 ** 32));
  if (cachedWords.size === MOST_CACHED) cachedWords.clear();
  cachedWords.set(key, words);
  return words;
}

/**
 * Multiplies a word by a random lower unitriangular matrix over {0, 1} whose rows begin at word
 * `first`: each bit that is set flips lower bits at random. Words that agree in their first k bits
 * still do so afterwards, and a number below 2^k stays below it.
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
