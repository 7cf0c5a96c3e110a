import { z } from 'zod';
import { CATALOG_NAMES } from '../catalog/names.ts';
import { outOfRange, parse } from '../units/dimension.ts';
import { COUNT, DISTANCE, DURATION, FRACTION, RATE, RATIO, SIZE } from '../units/dimensions.ts';
import { fields, type Issues, kindOf, named, quantity, refuse, text } from './language/declare.ts';
import { uncertain } from './language/uncertain.ts';
import { type Opening, readStretch } from './window.ts';

const server = fields(
  {
    cores: quantity(
      COUNT,
      { above: true },
      {
        description: 'cores that all jobs of the site share',
        default: 'not limiting',
        example: 16,
      },
    ).optional(),
    jobs: quantity(
      COUNT,
      { min: 1, whole: true },
      {
        description: 'jobs that may run at once; the others wait their turn',
        default: 'any number',
        example: 4,
      },
    ).optional(),
  },
  { description: 'The machine that runs the backups of a site.', default: 'not limiting' },
);

/** Sites by name. */
export const sites = named(
  fields(
    {
      server: server.optional(),
      region: text({
        description: 'the region it lies in: what a region disaster takes',
        default: 'a region of its own',
        example: 'eu-west',
      }).optional(),
    },
    { description: 'A place.' },
  ),
  {
    description: 'Places where data and stores are.',
  },
);

/** Throttle hours: a period of the day in which a link is limited to bytes/s or a share. */
export interface Throttle extends Opening {
  readonly to: { readonly kind: 'rate' | 'share'; readonly value: number };
}

const DAY = 86400;

const limit = z.unknown().meta({
  description: 'a rate, or a share of the rate',
  form: 'a rate or a share',
  example: '20 %',
  shape: { type: ['string', 'number'] },
});

const throttle = z
  .record(z.string(), limit)
  .transform(readThrottle)
  .meta({
    description: 'hours in which backups get less, each with a rate or a share of the rate',
    default: 'none',
    form: 'a mapping from hours such as 08:00-18:00 to a rate or a share',
    example: { '08:00-18:00': '20 %' },
  });

function readThrottle(
  hours: Readonly<Record<string, unknown>>,
  issues: Issues,
): readonly Throttle[] {
  const read: (Throttle & { readonly words: string })[] = [];
  for (const [words, value] of Object.entries(hours)) {
    const stretch = readStretch(words);
    const to = readLimit(value);
    if (!stretch) {
      const message = `"${words}" is not a stretch of the day`;
      refuse(issues, message, 'write for example "08:00-18:00"', [words]);
    } else if (typeof to === 'string') {
      refuse(issues, to, 'write a rate such as 100 Mbit/s, or a share such as 20 %', [words]);
    } else read.push({ ...stretch, to, words });
  }
  // Sorted, so that the order in the file does not affect the scenario.
  read.sort((a, b) => a.opens - b.opens);
  for (const [index, { words, opens }] of read.entries()) {
    const before = read[index - 1] ?? read[read.length - 1];
    const from = index === 0 ? (before?.opens ?? 0) - DAY : (before?.opens ?? 0);
    if (before?.words === words || from + (before?.lasts ?? 0) <= opens) continue;
    refuse(issues, `overlaps ${before?.words}`, 'let one end where the next begins', [words]);
  }
  return read.map(({ words: _, ...hours }) => hours);
}

/** Reads the limit during throttle hours; a string is an error message. */
function readLimit(written: unknown): Throttle['to'] | string {
  if (typeof written !== 'string' && typeof written !== 'number') {
    return `should be a rate or a share, not ${kindOf(written)}`;
  }
  const share = parse(FRACTION, String(written));
  const read = share.ok ? share : parse(RATE, String(written));
  if (!read.ok) return `"${written}" is neither a rate nor a share`;
  if (read.value <= 0) return 'must be more than 0';
  if (share.ok && read.value > 1) return 'must be at most 100 %';
  const wrong = outOfRange(share.ok ? FRACTION : RATE, read.value);
  if (wrong) return wrong.message;
  return { kind: share.ok ? 'share' : 'rate', value: read.value };
}

const link = fields(
  {
    between: z.tuple([z.string(), z.string()]).meta({
      description: 'the two sites it joins',
      form: 'a list of two names',
      example: ['primary', 'remote'],
    }),
    profile: text({
      description: 'a link profile of the catalog, for the rate',
      names: CATALOG_NAMES.link,
      default: 'none',
      example: 'ethernet/10g',
    }).optional(),
    rate: uncertain(
      RATE,
      { above: true },
      {
        description: 'what all its paths carry together',
        default: 'that of the profile',
        example: '1 GB/s',
      },
    ).optional(),
    distance: quantity(
      DISTANCE,
      {},
      { description: 'length as the crow flies', default: '0 km' },
    ).optional(),
    stretch: quantity(
      RATIO,
      { above: true },
      {
        description:
          'length of the fibre ÷ the distance; below 1 where signals are faster than in glass (0.67 by radio)',
        default: '1',
        example: 1.3,
      },
    ).optional(),
    hops: quantity(
      COUNT,
      { whole: true },
      { description: 'devices on the way', default: '0', example: 4 },
    ).optional(),
    'hop-delay': quantity(
      DURATION,
      {},
      {
        description: 'delay of one hop',
        default: '0 s',
        example: '0.05 ms',
      },
    ).optional(),
    rtt: quantity(
      DURATION,
      { above: true },
      {
        description: 'round-trip time',
        default: 'twice the propagation over distance and hops',
        example: '7.5 ms',
      },
    ).optional(),
    paths: quantity(
      COUNT,
      { min: 1, whole: true },
      { description: 'parallel paths', default: '1', example: 2 },
    ).optional(),
    live: quantity(
      COUNT,
      { min: 1, whole: true },
      {
        description: 'paths that work',
        default: 'all',
        example: 1,
      },
    ).optional(),
    loss: uncertain(
      FRACTION,
      { max: 0.5 },
      {
        description: 'share of packets lost; it limits each stream',
        default: 'none',
        example: 1e-6,
      },
    ).optional(),
    mss: quantity(
      SIZE,
      { above: true },
      {
        description: 'payload of a packet',
        default: '1460 B',
        example: '1460 B',
      },
    ).optional(),
    'stream-window': quantity(
      SIZE,
      { above: true },
      {
        description: 'bytes one stream may have under way',
        default: 'that of the tool, else not limiting',
        example: '2 MiB',
      },
    ).optional(),
    throttle: throttle.optional(),
  },
  { description: 'What joins two sites.' },
);

/** Links between sites, by name. */
export const links = named(link, { description: 'What joins the sites.' });
