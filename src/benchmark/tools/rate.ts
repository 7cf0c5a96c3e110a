/**
 * Formats a rate limit for rsync, restic, borg and rclone: whole KiB a second, at least 1, because
 * 0 would mean no limit.
 *
 * @param limit bytes a second.
 *
 * @example
 * kibibytesASecond(1_000_000) // '977'
 */
export const kibibytesASecond = (limit: number): string =>
  String(Math.max(1, Math.round(limit / 1024)));
