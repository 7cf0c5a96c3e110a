import { z } from 'zod';
import { CATALOG_NAMES } from '../catalog/names.ts';
import { COUNT, FRACTION, RATE, RATIO, SIZE } from '../units/dimensions.ts';
import { change } from './change.ts';
import { checkpoints } from './checkpoints.ts';
import { growth } from './growth.ts';
import { fields, named, quantity, text } from './language/declare.ts';
import { uncertain } from './language/uncertain.ts';
import { ownObjectives } from './objectives.ts';
import { schedule } from './schedule.ts';
import { tokens, vectors } from './vectors.ts';

const size = (description: string, example: string) =>
  quantity(SIZE, { above: true }, { description, example }).optional();

const fileSize = fields(
  {
    median: size('half of the files are smaller', '4 kB'),
    mean: size('bytes ÷ files', '150 kB'),
    p95: size('95 % of the files are smaller', '1.2 MB'),
  },
  { description: 'how large the files are', default: 'those of the class' },
);

const event = fields(
  {
    on: schedule({ description: 'when it happens', example: 'yearly on 1 July' }),
    rewrites: quantity(
      FRACTION,
      { above: true, max: 1 },
      {
        description: 'share of the data that is written anew',
        default: '100 %',
      },
    ).optional(),
  },
  { description: 'a day on which much is rewritten, such as a new embedding of all vectors' },
);

/** A workload: data to protect. */
const workload = fields(
  {
    class: text({
      description: 'a content class of the catalog; it gives what is left out below',
      names: CATALOG_NAMES.class,
      default: 'generic',
      example: 'transactions',
    }).optional(),
    site: text({
      description: 'the site it lives at',
      default: 'the only site, or that of the stores that are not reached over links',
      example: 'primary',
    }).optional(),
    size: uncertain(
      SIZE,
      { above: true },
      {
        description: 'how much there is at the start',
        default: 'the first size of the series of its change; that of its checkpoints or vectors',
        example: '10 TB',
      },
    ).optional(),
    checkpoints: checkpoints.optional(),
    vectors: vectors.optional(),
    tokens: tokens.optional(),
    files: uncertain(
      COUNT,
      { above: true },
      {
        description: 'number of files, for tools that walk through them',
        default: 'size ÷ the mean file size of the class',
        example: '2 million',
      },
    ).optional(),
    'file-size': fileSize.optional(),
    growth: growth({
      description:
        'a share scales the size and is part of the stated change; bytes are appended and come on top of it',
      default: 'none',
    }).optional(),
    change: change({
      description: 'how much of it differs after a day, a run, or any time',
      default: 'that of the class',
      example: { 'per-day': '300 GB', skew: { hot: '5 %', takes: '90 %' } },
    }).optional(),
    events: z
      .array(event)
      .max(100)
      .optional()
      .meta({
        description: 'scheduled rewrites',
        default: 'none',
        form: 'a list',
        example: [{ on: 'yearly on 1 July', rewrites: '100 %' }],
      }),
    compressibility: uncertain(
      RATIO,
      { min: 1 },
      {
        description: 'bytes before ÷ bytes after compression',
        example: 2.2,
        default: 'that of the class',
      },
    ).optional(),
    duplicates: uncertain(
      FRACTION,
      { max: 0.9999 },
      {
        description: 'share of the bytes that stands in it more than once',
        default: 'that of the class',
      },
    ).optional(),
    read: uncertain(
      RATE,
      { above: true },
      {
        description: 'how fast the source can be read',
        default: 'not limiting',
        example: '2 GB/s',
      },
    ).optional(),
    write: uncertain(
      RATE,
      { above: true },
      {
        description: 'how fast a restore can write it back',
        default: 'not limiting',
        example: '1 GB/s',
      },
    ).optional(),
    objectives: ownObjectives.optional(),
    priority: quantity(
      COUNT,
      { min: 1, max: 1000, whole: true },
      {
        description: 'order in which workloads are restored after a disaster, 1 being the first',
        default: '100; among equals the one that is restored soonest',
        example: 1,
      },
    ).optional(),
  },
  { description: 'A body of data to protect.' },
);

/** Workloads by name. */
export const workloads = named(workload, { description: 'What is protected.' }, 1);
