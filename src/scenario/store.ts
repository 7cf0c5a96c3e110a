import { z } from 'zod';
import { CATALOG_NAMES } from '../catalog/names.ts';
import { COUNT, DURATION, FRACTION, FRACTION_RATE, RATE, SIZE } from '../units/dimensions.ts';
import { storeCost } from './cost.ts';
import { choice } from './language/choice.ts';
import { fields, named, oneOf, quantity, text } from './language/declare.ts';
import { uncertain } from './language/uncertain.ts';
import { schedule } from './schedule.ts';
import { libraryFields, objectFields } from './store-kinds.ts';

const via = choice<readonly string[]>(
  {
    description: 'the links to it, nearest first',
    default: 'the link between its site and that of the workload, where there is just one',
    example: 'wan',
  },
  {
    what: 'the name of a link, or a list of names',
    hint: 'write for example wan, or [campus, wan]',
  },
  () => [
    {
      shape: 'scalar',
      schema: z
        .string()
        .transform((name) => [name])
        .meta({ description: 'one link', example: 'wan' }),
    },
    {
      shape: 'list',
      schema: z
        .array(z.string())
        .min(1)
        .meta({ description: 'several links, nearest first', example: ['campus', 'wan'] }),
    },
  ],
);

const vault = fields(
  {
    site: text({ description: 'where its media are taken', example: 'bunker' }),
    'pick-up': schedule({
      description: 'when a courier takes along what was written since the last time',
      default: 'whenever something was written',
      example: 'weekly on Monday at 09:00',
    }).optional(),
    out: quantity(
      DURATION,
      {},
      { description: 'how long the courier is on the way there', default: '1 d', example: '4 h' },
    ).optional(),
    back: quantity(
      DURATION,
      {},
      {
        description: 'how long media take to come back for a restore',
        default: 'as long as there; with after, at most 1 d',
        example: '4 h',
      },
    ).optional(),
    after: quantity(
      DURATION,
      {},
      {
        description:
          'how long after a copy they are there, waiting and way in one; in place of pick-up and out',
        default: 'none',
        example: '3 d',
      },
    ).optional(),
  },
  { description: 'Where its media are taken, by courier.', default: 'they stay' },
);

const store = fields(
  {
    profile: text({
      description: 'a store profile of the catalog; it gives what is left out below',
      names: CATALOG_NAMES.store,
      default: 'none: not limiting',
      example: 'disk/nearline-raid6',
    }).optional(),
    site: text({
      description: 'where it stands',
      default: 'the only site there is',
      example: 'primary',
    }).optional(),
    via: via.optional(),
    drives: quantity(
      COUNT,
      { min: 1, max: 100_000, whole: true },
      {
        description: 'number of drives',
        default: 'that of the profile',
        example: 12,
      },
    ).optional(),
    raw: quantity(
      SIZE,
      { above: true },
      { description: 'capacity of all drives', default: 'that of the profile' },
    ).optional(),
    usable: quantity(
      FRACTION,
      { above: true, max: 1 },
      {
        description: 'share of the raw capacity that holds backups',
        default: 'that of the profile',
        example: '80 %',
      },
    ).optional(),
    capacity: quantity(
      SIZE,
      { above: true },
      {
        description: 'usable capacity, instead of raw and usable',
        default: 'raw × usable; unlimited where neither is known',
      },
    ).optional(),
    ceiling: quantity(
      FRACTION,
      { above: true, max: 1 },
      {
        description: 'share of the usable capacity that may be filled',
        default: '100 %',
        example: '85 %',
      },
    ).optional(),
    read: uncertain(
      RATE,
      { above: true },
      {
        description: 'how fast it gives data back',
        default: 'that of the profile, else not limiting',
        example: '2 GB/s',
      },
    ).optional(),
    write: uncertain(
      RATE,
      { above: true },
      {
        description: 'how fast it takes data',
        default: 'that of the profile, else not limiting',
        example: '1 GB/s',
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
    'block-clone': oneOf(['no', 'age-table'], {
      description: 'whether fulls built inside it share blocks; age-table: by the age between them',
      default: 'no',
      example: 'age-table',
    }).optional(),
    ...libraryFields,
    ...objectFields,
    access: oneOf(['online', 'offline'], {
      description: 'whether what reaches the network reaches it; offline: only by hand or by robot',
      default: 'online; offline for tapes that are taken to a vault',
    }).optional(),
    vault: vault.optional(),
    latent: uncertain(
      FRACTION_RATE,
      {},
      {
        description: 'share of what lies in it that goes bad in a year, unseen until it is checked',
        default: 'none',
        example: '0.1 %/year',
      },
    ).optional(),
    cost: storeCost.optional(),
  },
  { description: 'Where backups are kept.' },
);

/** Stores by name. */
export const stores = named(store, { description: 'Where backups are kept.' }, 1);
