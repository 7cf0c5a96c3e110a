import { z } from 'zod';
import { amount, bytes, say, share } from './parts.ts';

const time = say(amount.nullable(), 'seconds; null where no failure needs the tier');
const cost = say(
  amount.nullable(),
  'money a year in the currency of the scenario; null without a price',
);

const tier = z.strictObject({
  name: z.string(),
  saveSeconds: say(amount, 'how long a save holds up the run'),
  persistSeconds: say(amount, 'how long an asynchronous save is still being written'),
  restoreSeconds: amount,
  failures: say(amount, 'failures a second that it is the first to survive'),
  interval: say(
    z.strictObject({ chosen: time, young: time, daly: time }),
    'work between saves: what is taken, and what two formulas find best',
  ),
  waste: say(
    z.strictObject({
      saving: share,
      redoing: share,
      restoring: share,
      total: share,
    }),
    'shares of the time of the run',
  ),
  lostWork: say(time, 'mean seconds that are spent again after such a failure'),
  bytesHeld: bytes,
  bytesPerDay: say(bytes, 'bytes that the saves of a day write, those that no failure undoes'),
  costPerYear: cost,
});

/** A training run in the answers: how often it saves where, and what it loses. */
export const trainingRun = z.strictObject({
  name: z.string(),
  workload: z.string(),
  checkpointBytes: bytes,
  accelerators: amount,
  mtbf: say(amount, 'mean seconds between failures of the run'),
  waste: say(share, 'expected share of the time that is lost'),
  noProgress: say(z.boolean(), 'not one save that counts is expected within a year'),
  effective: say(share, 'share of the time that moves the run forward'),
  costPerYear: cost,
  currency: z.string(),
  tiers: z.array(tier),
});

/** The answers to one training run. */
export type TrainingResult = z.output<typeof trainingRun>;
/** The answers to one of its tiers. */
export type TierResult = TrainingResult['tiers'][number];
