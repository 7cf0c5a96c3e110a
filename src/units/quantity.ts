/**
 * Numbers with a dimension. Inside the program every quantity is held in its base unit: bytes,
 * seconds, bytes per second, metres, plain fractions. The brand stops a plain number or another
 * dimension from being passed; it does not stop `<` or `Math.max`, so those go through here too.
 */
declare const dimension: unique symbol;

export type Quantity<D extends string> = number & { readonly [dimension]: D };

export type Bytes = Quantity<'bytes'>;
export type Seconds = Quantity<'seconds'>;
export type BytesPerSecond = Quantity<'bytes per second'>;
export type Metres = Quantity<'metres'>;
/** A share; 1 is the whole. */
export type Fraction = Quantity<'fraction'>;
/** A plain ratio such as a compression ratio; 2 means half the bytes are left. */
export type Ratio = Quantity<'ratio'>;
/** A share that comes about in a second. */
export type FractionPerSecond = Quantity<'fraction per second'>;
/** How often in a second. */
export type PerSecond = Quantity<'per second'>;
/** A number of things. */
export type Count = Quantity<'count'>;

export const bytes = (value: number): Bytes => value as Bytes;
export const seconds = (value: number): Seconds => value as Seconds;
export const bytesPerSecond = (value: number): BytesPerSecond => value as BytesPerSecond;
export const metres = (value: number): Metres => value as Metres;
export const fraction = (value: number): Fraction => value as Fraction;
export const ratio = (value: number): Ratio => value as Ratio;
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
