import type { Kept } from './tool.ts';

/** What a tool keeps that preserves everything that is compared. */
export const EVERYTHING: Kept = {
  modes: true,
  times: true,
  links: true,
  emptyDirectories: true,
  directoryModes: true,
  directoryTimes: true,
};
