/** The entries that are not undefined: in a spread, undefined would override an earlier value. */
export const definedOnly = <T extends object>(map: T) =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
