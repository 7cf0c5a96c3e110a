import type { Clock } from './clock.ts';

/** Prints instants of ISO 8601 text as they are, in UTC: what was measured has no clock of its own. */
export const UTC_CLOCK: Clock = (at, to) => at.replace('T', ' ').slice(0, to === 'day' ? 10 : 16);
