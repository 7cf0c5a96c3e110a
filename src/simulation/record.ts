/** The numbers of one thing, by name, as they lie in an array that many such things share. */
export type Row<Field extends string> = Record<Field, number> & {
  readonly data: Float64Array;
  readonly base: number;
};

/**
 * A class whose objects read and write numbers by name, and keep them side by side in an array that
 * begins with them at `base`. So what one event needs lies in a few lines of the cache, however
 * many workloads there are, where fields of objects lie all over the memory.
 *
 * @param from how many numbers lie between `base` and the first field.
 * @example
 * const Point = rowOf(['x', 'y']);
 * const second = new Point(new Float64Array(4), 2);
 * second.y = 7; // data[3]
 */
export function rowOf<Field extends string>(fields: readonly Field[], from = 0) {
  class NumbersInArray {
    readonly data: Float64Array;
    readonly base: number;
    constructor(data: Float64Array, base: number) {
      this.data = data;
      this.base = base;
    }
  }
  for (const [index, name] of fields.entries()) {
    const place = from + index;
    Object.defineProperty(NumbersInArray.prototype, name, {
      get(this: NumbersInArray) {
        return this.data[this.base + place];
      },
      set(this: NumbersInArray, value: number) {
        this.data[this.base + place] = value;
      },
    });
  }
  return NumbersInArray as unknown as new (
    data: Float64Array,
    base: number,
  ) => Row<Field>;
}
