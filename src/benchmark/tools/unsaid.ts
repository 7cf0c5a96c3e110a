import type { Reported } from './tool.ts';

/** What is known of a backup of which the tool says nothing. */
export const UNSAID: Reported = {
  added: null,
  changed: null,
  unchanged: null,
  copied: null,
  processed: null,
  stored: null,
};
