/**
 * Branded numbers: quantities with a dimension, always in base units (bytes, seconds, bytes/s,
 * metres, shares). The brand prevents passing a plain number or a quantity of another dimension; it
 * does not prevent arithmetic or comparison across dimensions, so use the functions below.
 */
declare const dimension: unique symbol;

/** A number branded with its dimension; at run time a plain number. */
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
/** A share per second. */
export type FractionPerSecond = Quantity<'fraction per second'>;
/** A frequency, per second. */
export type PerSecond = Quantity<'per second'>;
/** An electric power, in watts. */
export type Watts = Quantity<'watts'>;
/** A count. */
export type Count = Quantity<'count'>;

/** Brands a number as bytes; unchecked, as all functions below. */
export const bytes = (value: number): Bytes => value as Bytes;
/** Brands a number as seconds. */
export const seconds = (value: number): Seconds => value as Seconds;
/** Brands a number as a share; 1 is the whole. */
export const fraction = (value: number): Fraction => value as Fraction;

/** Multiplies a quantity by a plain number. */
export const times = <Q extends Quantity<string>>(quantity: Q, factor: number): Q =>
  (quantity * factor) as Q;
