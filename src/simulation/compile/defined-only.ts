/** The entries that have a value: one set to undefined would hide what is spread before it. */
export const definedOnly = <T extends object>(map: T) =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
