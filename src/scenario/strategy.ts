import { z } from 'zod';
import { CATALOG_NAMES } from '../catalog/names.ts';
import { COUNT, DURATION, FRACTION } from '../units/dimensions.ts';
import { log, replicate } from './continuous.ts';
import { copies } from './copies.ts';
import { restore } from './disasters.ts';
import { keep } from './keep.ts';
import { fields, named, oneOf, quantity, text } from './language/declare.ts';
import { uncertain } from './language/uncertain.ts';
import { prune } from './prune.ts';
import { rebase } from './rebase.ts';
import { schedule } from './schedule.ts';
import { STYLES } from './tool.ts';
import { verify } from './verify.ts';
import { window } from './window.ts';

const overrun = fields(
  {
    window: oneOf(['finish', 'cut'], {
      description:
        'a job still running when its window closes finishes, or is cut off and leaves no point',
      default: 'finish',
    }).optional(),
    next: oneOf(['skip', 'queue'], {
      description: 'a job due while the one before still runs is skipped, or waits for it',
      default: 'skip',
    }).optional(),
  },
  {
    description: 'What happens to jobs that take too long.',
    default: '{ window: finish, next: skip }',
  },
);

/** Fields of a strategy that can be overridden per workload. */
const protection = {
  tool: text({
    description: 'a tool of this file or of the catalog',
    names: CATALOG_NAMES.tool,
    default: 'generic',
    example: 'restic',
  }).optional(),
  style: oneOf(STYLES, {
    description: 'how chains of restore points are built',
    default: 'that of the tool',
  }).optional(),
  full: schedule({
    description: 'when everything is backed up',
    default: 'never, but for the first',
    example: 'weekly on Sunday at 01:00',
  }).optional(),
  synthetic: schedule({
    description: 'when a full is built inside the store from what is there',
    default: 'never',
  }).optional(),
  differential: schedule({
    description: 'when all that changed since the last full is backed up',
    default: 'never',
  }).optional(),
  incremental: schedule({
    description: 'when all that changed since the last backup is backed up',
    default: 'never',
  }).optional(),
  window: window({ description: 'when jobs may run', default: 'any time' }).optional(),
  overrun: overrun.optional(),
  to: text({
    description: 'the store it goes to',
    default: 'the only store there is',
    example: 'disk',
  }).optional(),
  keep: keep.optional(),
  prune: prune.optional(),
  verify: verify.optional(),
  lock: quantity(
    DURATION,
    { above: true },
    {
      description: 'immutability: how long nobody can change or remove a point',
      default: 'not immutable',
      example: '14 d',
    },
  ).optional(),
  copies: copies.optional(),
  log: log.optional(),
  replicate: replicate.optional(),
  restore: restore.optional(),
  rebase: rebase.optional(),
  stagger: oneOf(['no', 'fulls'], {
    description: 'fulls: those of different workloads come on different days',
    default: 'no',
    example: 'fulls',
  }).optional(),
  unchanged: oneOf(['run', 'skip'], {
    description: 'whether there is a job where nothing has changed',
    default: 'run',
    example: 'skip',
  }).optional(),
  streams: quantity(
    COUNT,
    { min: 1, whole: true },
    {
      description: 'parallel streams of a job',
      default: 'those of the tool; of generic 15 to an object store',
      example: 4,
    },
  ).optional(),
  failure: uncertain(
    FRACTION,
    { max: 0.9999 },
    {
      description:
        'chance that an attempt of a job fails when it has done its work; which ones do hangs on the seed and the name of the workload, so that a workload more changes the luck of no other',
      default: '0 %',
      example: '2 %',
    },
  ).optional(),
  retries: quantity(
    COUNT,
    { whole: true, max: 100 },
    { description: 'how often a failed job is tried again', default: '0', example: 2 },
  ).optional(),
  'retry-after': quantity(
    DURATION,
    {},
    { description: 'how long after a failure', default: '0 s', example: '10 min' },
  ).optional(),
};

const strategy = fields(
  {
    ...protection,
    workloads: z
      .array(z.string())
      .min(1)
      .optional()
      .meta({
        description: 'the workloads it protects',
        form: 'a list of names',
        default: 'all',
        example: ['ledger'],
      }),
    overrides: named(fields(protection, { description: 'What differs for this workload.' }), {
      description: 'what differs for some workloads, by name',
    }).optional(),
  },
  { description: 'A way to protect the workloads.' },
);

/** Strategies by name. */
export const strategies = named(strategy, { description: 'The ways that are compared.' }, 1);
