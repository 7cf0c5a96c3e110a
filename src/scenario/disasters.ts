import { z } from 'zod';
import { DURATION, FRACTION } from '../units/dimensions.ts';
import { fields, named, quantity, refuse } from './language/declare.ts';
import { uncertain } from './language/uncertain.ts';
import { ownObjectives } from './objectives.ts';

/**
 * What a disaster destroys. `workload`: the data of each workload, by operator or software error;
 * `corruption`: the same, silently; `store`, `site`, `region`: everything there; `online`: the data
 * and every copy that is neither offline nor locked, as ransomware does.
 */
export type Scope =
  | { readonly kind: 'workload' | 'corruption' | 'online' }
  | { readonly kind: 'store' | 'site' | 'region'; readonly name: string };

const SCOPES =
  'write workload, corruption, store NAME, site NAME, region NAME, or everything online and unlocked';

const scope = z
  .unknown()
  .transform((input, issues): Scope => {
    const words = typeof input === 'string' ? input.trim() : '';
    if (words === 'workload' || words === 'corruption') return { kind: words };
    if (words === 'everything online and unlocked') return { kind: 'online' };
    const [, kind, name] = /^(store|site|region)\s+(.+)$/.exec(words) ?? [];
    if (kind === undefined || name === undefined) return refuse(issues, 'is not a scope', SCOPES);
    return { kind: kind as 'store' | 'site' | 'region', name };
  })
  .meta({
    description: 'what it takes',
    example: 'site primary',
    form: 'workload, corruption, store NAME, site NAME, region NAME, or everything online and unlocked',
    shape: { type: 'string' },
  });

const time = (description: string, example: string) =>
  uncertain(DURATION, {}, { description, default: '0 s', example }).optional();

const disaster = fields(
  {
    scope,
    'per-year': z.number().nonnegative().max(100_000).meta({
      description: 'how often it comes in a year',
      example: 0.02,
      form: 'a number',
    }),
    'noticed-after': time('how long the damage goes unnoticed while work stands still', '2 h'),
    dwell: time(
      'how long the damage was there before it shows, while work went on: points of that time are bad',
      '14 d',
    ),
    decide: time('from notice to the decision to restore', '30 min'),
    provision: time('until there is something to restore to', '8 h'),
    objectives: ownObjectives.optional(),
  },
  { description: 'Something that takes data.' },
);

/** Disasters by name. */
export const disasters = named(disaster, {
  description: 'What may happen to data and copies, and how often.',
  default: 'none',
  example: { 'site-lost': { scope: 'site primary', 'per-year': 0.02 } },
});

/** How data are restored under one strategy. */
export const restore = fields(
  {
    'hand-over': quantity(
      DURATION,
      {},
      {
        description: "people's time before anything starts; none where recovery is automated",
        default: '0 s: automated',
        example: '2 h',
      },
    ).optional(),
    fragmentation: quantity(
      FRACTION,
      {},
      {
        description:
          'by how much each kept point of a deduplicated repository slows the reading of it down',
        default: 'none',
        example: '1 %',
      },
    ).optional(),
    at: z.string().optional().meta({
      description: 'the site at which data are restored',
      default: 'where the workload lives',
      form: 'text',
      example: 'remote',
    }),
  },
  { description: 'How data are brought back.', default: 'automated, where the workload lives' },
);
