import type { Reported } from './tool.ts';

/** The figures of a tool that reports none. */
export const NOT_REPORTED: Reported = {
  added: null,
  changed: null,
  unchanged: null,
  copied: null,
  processed: null,
  stored: null,
};
