import { z } from 'zod';

/** A whole number of things. */
export const count = z.number().int().nonnegative();
/** Bytes. */
export const size = z.number().nonnegative();
/** Seconds. */
export const seconds = z.number().nonnegative();
/** A share, 0 to 1. */
export const share = z.number().min(0).max(1);
