/** Formats a path: `strategies.nightly.keep`, `workloads.a.events[0].on`. */
export function pathOf(steps: readonly PropertyKey[]): string {
  return steps.reduce<string>(
    (path, step) =>
      typeof step === 'number'
        ? `${path}[${step}]`
        : path === ''
          ? String(step)
          : `${path}.${String(step)}`,
    '',
  );
}

/** A part of a text: the whole, an entry of a mapping or of a list. */
export interface Part {
  /** Text offset: of its key, or of its value in a list. */
  readonly offset: number;
  readonly isMapping: boolean;
  /** The entry with this key, or at this index; undefined if there is none. */
  part(step: string): Part | undefined;
}

/** Finds the text positions of fields. */
export interface Locator {
  /** Text offset of the deepest existing part of a path. */
  offsetOf(path: readonly PropertyKey[]): number;
  /** Splits a formatted path into steps; names may contain dots, so the longest match is taken. */
  stepsOf(path: string): readonly string[];
}

/** The locator of a text. */
export const locator = (root: Part): Locator => ({
  offsetOf: (path) => {
    let deepest = root;
    for (const step of path) {
      const part = deepest.part(String(step));
      if (!part) break;
      deepest = part;
    }
    return deepest.offset;
  },
  stepsOf: (path) => {
    const steps: string[] = [];
    let part: Part | undefined = root;
    let rest = path.replaceAll(/\[(\d+)\]/g, '.$1');
    while (rest !== '') {
      const map: Part | undefined = part?.isMapping ? part : undefined;
      const known = map && prefixes(rest).find((name) => map.part(name));
      const step: string = known ?? rest.split('.', 1)[0] ?? '';
      steps.push(step);
      part = part?.part(step);
      rest = rest.slice(step.length + 1);
    }
    return steps;
  },
});

/** The path and all its prefixes that end before a dot, longest first. */
function prefixes(path: string): string[] {
  const found = [path];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    found.push(path.slice(0, dot));
  }
  return found;
}
