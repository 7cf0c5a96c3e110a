import { z } from 'zod';
import { amount, estimate, say, share } from './parts.ts';

/** One promise that is judged: how far it is kept, and where it breaks. */
export const objectiveResult = z.strictObject({
  name: z.enum([
    'schedule',
    'log',
    'replica',
    'recheck',
    'training',
    'rpo',
    'rto',
    'protected-by',
    'window',
    'fill',
    'cost',
    'rule',
  ]),
  workload: say(z.string().nullable(), 'the workload it is promised of; null for all others'),
  disaster: say(z.string().nullable(), 'the disaster it is promised for; null for all others'),
  copy: say(
    z.string().nullable(),
    'the store whose copies, log, replica or checks it is promised of; null for backups',
  ),
  rule: say(z.string().optional(), 'the name of the rule, where the objective is one'),
  limit: say(amount, 'seconds, a share, money, or the number of clauses of a rule'),
  value: say(estimate.nullable(), 'of a rule the number of clauses that are kept'),
  share: say(share, 'share of the trials in which it was met'),
  probability: say(
    z.strictObject({ value: share, low: share, high: share }).nullable(),
    'the chance that it is met, with the ends of its 95 % interval; null with one trial, and for a rule',
  ),
  met: say(
    z.boolean(),
    'met in at least the share of the trials that `objectives.confidence` asks for; a rule, where it is kept',
  ),
  undecided: say(
    z.string().optional(),
    'why it can be called neither met nor missed: what of the cost has no price, or which store no read rate',
  ),
  at: say(
    z.strictObject({
      workload: z.string().nullable(),
      disaster: z.string().nullable(),
      store: say(
        z.string().nullable(),
        'the store that is restored from, whose points lie furthest apart, that fills or is seeded last',
      ),
      since: say(
        z.string().nullable(),
        'when it was broken first; of an RPO when the longest gap began, of an RTO when the disaster would come or the time of the point',
      ),
      pointAge: say(
        amount.nullable(),
        'seconds: of an RTO after a disaster, how old the restored point is then',
      ),
      why: say(
        z.string().nullable(),
        'why a run left no point, what is declared does not happen, or nothing can be restored',
      ),
      others: say(
        z.array(z.strictObject({ store: z.string(), why: z.string() })),
        'copies in other stores, and why they do not help; empty where the promise is kept',
      ),
    }),
    'where the worst value stands',
  ),
});
