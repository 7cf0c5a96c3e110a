/**
 * Numbers with a dimension. Inside the program every quantity is held in its base unit: bytes,
 * seconds, bytes per second, metres, plain fractions. The brand stops a plain number or another
 * dimension from being passed; it does not stop `<` or `Math.max`, so those go through here too.
 */
declare const dimension: unique symbol;

/** A number with a dimension, which is its brand; at run time it is a plain number. */
export type Quantity<D extends string> = number & { readonly [dimension]: D };

/** A size or an amount of data, in bytes. */
export type Bytes = Quantity<'bytes'>;
/** A length of time, in seconds. */
export type Seconds = Quantity<'seconds'>;
/** A rate of data, in bytes a second. */
export type BytesPerSecond = Quantity<'bytes per second'>;
/** A length, in metres. */
export type Metres = Quantity<'metres'>;
/** A share; 1 is the whole. */
export type Fraction = Quantity<'fraction'>;
/** A plain ratio such as a compression ratio; 2 means half the bytes are left. */
export type Ratio = Quantity<'ratio'>;
/** A share that comes about in a second. */
export type FractionPerSecond = Quantity<'fraction per second'>;
/** How often in a second. */
export type PerSecond = Quantity<'per second'>;
/** An electric power, in watts. */
export type Watts = Quantity<'watts'>;
/** A number of things. */
export type Count = Quantity<'count'>;

/** Takes a number for bytes; nothing is checked, here and below. */
export const bytes = (value: number): Bytes => value as Bytes;
/** Takes a number for seconds. */
export const seconds = (value: number): Seconds => value as Seconds;
/** Takes a number for bytes a second. */
export const bytesPerSecond = (value: number): BytesPerSecond => value as BytesPerSecond;
/** Takes a number for metres. */
export const metres = (value: number): Metres => value as Metres;
/** Takes a number for a share; 1 is the whole. */
export const fraction = (value: number): Fraction => value as Fraction;
/** Takes a number for a ratio. */
export const ratio = (value: number): Ratio => value as Ratio;
/** Takes a number for a number of things. */
export const count = (value: number): Count => value as Count;

/** Adds quantities of one dimension. */
export function add<Q extends Quantity<string>>(first: Q, ...rest: readonly Q[]): Q {
  return rest.reduce<number>((sum, next) => sum + next, first) as Q;
}

/** Takes the second quantity from the first. */
export const subtract = <Q extends Quantity<string>>(a: Q, b: NoInfer<Q>): Q => (a - b) as Q;

/** Multiplies a quantity by a plain number. */
export const times = <Q extends Quantity<string>>(quantity: Q, factor: number): Q =>
  (quantity * factor) as Q;

/** How long `size` takes at `rate`; infinite where the rate is 0 and there is something to move. */
export function duration(size: Bytes, rate: BytesPerSecond): Seconds {
  return seconds(size === 0 ? 0 : size / rate);
}

/** What moves in `time` at `rate`. */
export const transferred = (rate: BytesPerSecond, time: Seconds): Bytes => bytes(rate * time);
