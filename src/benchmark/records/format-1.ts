/** Version of the measurements format before this one, which is still read. */
export const FORMAT_1 = 'backcast/measurements/1';

type Line = Readonly<Record<string, unknown>>;

/** What format 2 has and format 1 has not: none of it was measured then. */
const UNMEASURED = {
  ...{ part: null, keep: null },
  ...{ content: null, changes: null, base: null, change: null },
  ...{ added: null, wire: null, flush: null, pressure: null },
};

const UNKNOWN_SETTINGS = {
  ...{ governor: null, megahertz: null, coresAllowed: null },
  ...{ swap: null, dirtyLimits: null, hugePages: null },
};

const UNMEASURED_SOURCE = { folders: null, links: null, p50: null, p95: null, largest: null };

const UNMEASURED_USAGE = {
  ...{ resolution: null, ran: null, queue: null },
  ...{ pressure: null, switches: null, faults: null },
};

/** Reads the first line of a measurements file of format 1 as one of format 2. */
export const openingOfFormat1 = (line: Line, format: string): Line => ({
  mounts: null,
  ...line,
  format,
  machine: isLine(line.machine) ? { ...UNKNOWN_SETTINGS, ...line.machine } : line.machine,
  tools: isLine(line.tools)
    ? Object.fromEntries(
        Object.entries(line.tools).map(([name, tool]) => [
          name,
          isLine(tool) ? { resolved: null, ...tool } : tool,
        ]),
      )
    : line.tools,
});

/**
 * Reads a further line of a measurements file of format 1 as one of format 2, with null for what
 * was not measured then.
 */
export function measurementOfFormat1(line: Line): Line {
  const { usage, source } = line;
  return {
    ...UNMEASURED,
    ...line,
    source: isLine(source) ? { ...UNMEASURED_SOURCE, ...source } : source,
    usage: isLine(usage) ? { ...UNMEASURED_USAGE, ...usage } : usage,
  };
}

const isLine = (value: unknown): value is Line => typeof value === 'object' && value !== null;
