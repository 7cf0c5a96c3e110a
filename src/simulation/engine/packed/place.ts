/**
 * The location of one protection's numbers in an array shared by all protections.
 *
 * With thousands of protections as objects, each event would cost several cache misses. So the
 * numbers of each protection lie side by side in one array, and accessor properties make an object
 * with a location look like the usual record. Floats and integers are views of the same memory: an
 * integer takes half the space of a float.
 */
export interface Place {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  /** Where the numbers begin in `data`, and in `ints` (always 2 × `at`). */
  at: number;
  intsAt: number;
}

type View = { readonly prototype: object };

/**
 * Defines accessor properties for consecutive floats on the prototype of a class.
 *
 * @param from offset of the first one from the start of the location, in floats.
 * @returns the offset behind the last one.
 */
export function defineNumbers(view: View, names: readonly string[], from: number): number {
  for (const [index, name] of names.entries()) {
    const offset = from + index;
    Object.defineProperty(view.prototype, name, {
      get(this: Place) {
        return this.data[this.at + offset];
      },
      set(this: Place, value: number) {
        this.data[this.at + offset] = value;
      },
    });
  }
  return from + names.length;
}

/** The same for 32-bit integers. */
export function defineInts(view: View, names: readonly string[], from: number): number {
  for (const [index, name] of names.entries()) {
    const offset = 2 * from + index;
    Object.defineProperty(view.prototype, name, {
      get(this: Place) {
        return this.ints[this.intsAt + offset];
      },
      set(this: Place, value: number) {
        this.ints[this.intsAt + offset] = value;
      },
    });
  }
  return from + Math.ceil(names.length / 2);
}

/** The same for booleans. */
export function defineFlags(view: View, names: readonly string[], from: number): number {
  for (const [index, name] of names.entries()) {
    const offset = 2 * from + index;
    Object.defineProperty(view.prototype, name, {
      get(this: Place) {
        return this.ints[this.intsAt + offset] === 1;
      },
      set(this: Place, value: boolean) {
        this.ints[this.intsAt + offset] = value ? 1 : 0;
      },
    });
  }
  return from + Math.ceil(names.length / 2);
}

/** Copies properties from one object to another. */
export function copyFields<T extends object>(from: T, to: T, names: readonly (keyof T)[]): void {
  for (const name of names) to[name] = from[name];
}
