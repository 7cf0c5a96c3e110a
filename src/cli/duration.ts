import { InvalidArgumentError } from 'commander';
import { parse } from '../units/dimension.ts';
import { DURATION } from '../units/dimensions.ts';

/**
 * Reads an option that is a time, in seconds.
 *
 * @example
 * duration('10min') // 600
 */
export function duration(text: string): number {
  const parsed = parse(DURATION, text);
  if (parsed.ok && parsed.value >= 0) return parsed.value;
  throw new InvalidArgumentError('write a time, for example 10min or 2h');
}
