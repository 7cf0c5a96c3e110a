import { z } from 'zod';
import { amount, estimate, estimatedShare, say, share } from './parts.ts';

const spread = z
  .strictObject({ worst: estimate, mean: estimate, p95: estimate })
  .meta({ description: 'over the instants at which a disaster may come' });

const terms = z
  .strictObject({
    notice: estimate,
    decide: estimate,
    provision: estimate,
    people: estimate,
    prepare: estimate,
    thaw: estimate,
    move: estimate,
    latency: estimate,
    apply: estimate,
    verify: estimate,
    finish: estimate,
  })
  .meta({ description: 'mean seconds by term; they add up to the mean' });

/** What one disaster does to the data under one strategy. */
export const disasterResult = z.strictObject({
  disaster: z.string(),
  scope: say(z.string(), 'what it affects'),
  perYear: say(amount, 'how often it comes in a year'),
  takesData: say(z.boolean(), 'whether it takes data, and not only copies of them'),
  survivors: say(
    z.array(z.string()),
    'stores whose copies are left of any workload, wholly or what is immutable',
  ),
  unprotected: say(estimatedShare, 'share of the time in which no good point is left'),
  lost: say(
    estimatedShare,
    'chance that of a workload nothing that can be read is left when it comes',
  ),
  loss: say(
    spread.nullable(),
    'seconds of work lost, while there is a point; null where there never is',
  ),
  recovery: say(spread.nullable(), 'seconds until the last workload works again'),
  terms: terms.nullable(),
  bytesRead: say(estimate, 'stored bytes that are read by the restore'),
  byWorkload: say(
    z.array(
      z.strictObject({
        workload: z.string(),
        store: say(
          z.string().nullable(),
          'the store that the restore which takes longest reads from; null where there never is one',
        ),
        rpo: say(estimate.nullable(), 'seconds: the longest gap between points that are left'),
        back: say(estimate.nullable(), 'seconds until it works again, at worst'),
      }),
    ),
    'what is judged of each workload whose data it takes, once seeded; rpo and back are null where a time comes in which nothing is left. Empty with more than 200 workloads',
  ),
  order: say(
    z.array(z.strictObject({ workload: z.string(), seconds: estimate })),
    'workloads in the order of their restore, with the seconds until each works again',
  ),
});

/** What may be lost in a year. */
export const annualLoss = z.strictObject({
  probability: say(estimatedShare, 'chance that in a year of some workload nothing is left'),
  bytes: say(estimate, 'bytes that are expected to be lost in a year'),
  outage: say(
    estimate,
    'seconds in a year that work is expected to stand still; what is wholly lost is not in it',
  ),
  work: say(
    estimate,
    'seconds of work that are expected to be lost in a year; what is wholly lost is not in it',
  ),
  unpriced: say(
    estimate,
    'workloads that are expected to be wholly lost in a year and have no price, where disasters have one: what they cost is at least what is told; else 0',
  ),
  dominated: say(
    z.strictObject({ by: z.string(), share }).nullable(),
    'the disaster that makes most of the probability; null where it is 0',
  ),
});
