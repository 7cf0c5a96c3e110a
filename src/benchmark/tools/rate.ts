/**
 * A limit as rsync, restic, borg and rclone take it: whole KiB a second, never the 0 that would
 * mean no limit.
 *
 * @param limit bytes a second.
 * @example
 * kibibytesASecond(1_000_000) // '977'
 */
export const kibibytesASecond = (limit: number): string =>
  String(Math.max(1, Math.round(limit / 1024)));
