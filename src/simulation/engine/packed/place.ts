/**
 * Where the numbers of one protection lie: side by side, in an array that all protections share, so
 * that what is touched together is near. Whole numbers take half the room, in the same memory.
 */
export interface Place {
  readonly data: Float64Array;
  readonly ints: Int32Array;
  /** Where they begin in `data`, and in `ints`. */
  at: number;
  intsAt: number;
}

type View = { readonly prototype: object };

/**
 * Gives a view one property for each of some numbers, one after the other.
 *
 * @param from where the first one stands, counted from the beginning of the place.
 * @returns where the next one would stand.
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

/** The same for whole numbers. */
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

/** The same for what is true or false. */
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

/** Carries numbers over from one object to another that has them as well. */
export function copyFields<T extends object>(from: T, to: T, names: readonly (keyof T)[]): void {
  for (const name of names) to[name] = from[name];
}
