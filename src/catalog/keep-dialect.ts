/** The retention dialects that are defaults of tools. */
export type KeepDialect = 'exclusive+oldest' | 'overlapping' | 'overlapping+oldest';

/**
 * The retention dialect of a tool: `exclusive+oldest` for borg, `overlapping+oldest` for restic
 * from 0.16 on, `overlapping` for all others. A missing or unparsable version counts as a new one.
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
