/** How a tool reads its keep rules, as far as it follows from the tool and its version. */
export type KeepDialect = 'exclusive+oldest' | 'overlapping' | 'overlapping+oldest';

/**
 * The retention dialect of a tool: borg keeps exclusively with the oldest as a start, restic keeps
 * the oldest too from 0.16 on, everything else overlaps. Without a version, or with one that is no
 * number, a new one is meant.
 *
 * @example
 * defaultDialect('restic', '0.15.2') // 'overlapping'
 */
export function defaultDialect(tool: string, version?: string): KeepDialect {
  if (tool === 'borg') return 'exclusive+oldest';
  if (tool !== 'restic') return 'overlapping';
  const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
  const older = major !== undefined && Number(major) === 0 && Number(minor) < 16;
  return older ? 'overlapping' : 'overlapping+oldest';
}
