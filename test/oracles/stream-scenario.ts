import { z } from 'zod';
import type { Written } from './front-door.ts';

const oneOrMore = z
  .union([z.number().positive(), z.array(z.number().positive()).min(1)])
  .transform((value) => [value].flat());

/** What a case on the limits of one stream gives; a field that is not named here is an error. */
export const streamInputs = z.union([
  z.strictObject({
    windowBytes: z.number().positive(),
    rttMs: oneOrMore,
    streams: z.number().int().min(1).optional(),
    linkBitsPerSecond: z.number().positive().optional(),
    /** round trip of the link whose bandwidth-delay product is asked for */
    linkRttMs: z.number().positive().optional(),
  }),
  z.strictObject({
    distanceKm: oneOrMore,
    signalSpeedKmPerSecond: z.number().positive(),
    pathFactor: oneOrMore,
  }),
]);

/** A link between the source and the store of the strategy with the same name. */
export interface Lane {
  readonly name: string;
  readonly link: Written;
  readonly streams?: number;
}

/** Where the case names no link, its rate must not be what limits. */
const NO_LIMIT = '1 EB/s';

/** What is sent; large, so that rounding of printed seconds is lost in it. */
export const SENT = 1e12;

export const rateOf = (bitsPerSecond: number | undefined): string =>
  bitsPerSecond === undefined ? NO_LIMIT : `${bitsPerSecond} bit/s`;

/** Propagation in the scenario is at this speed; another one is a stretch of the way. */
const SPEED = 200_000;

/** The link of a distance, with what the way is longer or the signal slower. */
export const distanceLink = (km: number, factor: number, speed: number): Written => ({
  rate: NO_LIMIT,
  distance: `${km} km`,
  stretch: (factor * SPEED) / speed,
});

/** One full over each lane, alone. */
export function streamScenario(lanes: readonly Lane[]): Written {
  const over = <T>(make: (lane: Lane) => T) =>
    Object.fromEntries(lanes.map((lane) => [lane.name, make(lane)]));
  return {
    name: 'one stream',
    start: '2024-01-01',
    horizon: '1 day',
    sites: { near: {}, ...over(() => ({})) },
    workloads: { source: { site: 'near', size: `${SENT} B` } },
    links: over(({ name, link }) => ({ between: ['near', name], ...link })),
    stores: over(({ name }) => ({ site: name })),
    strategies: over(({ name, streams = 1 }) => ({
      to: name,
      streams,
      full: ['2024-01-01'],
    })),
  };
}
