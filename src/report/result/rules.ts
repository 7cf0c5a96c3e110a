import { z } from 'zod';
import { GRADES, type Grade } from '../../catalog/sourced.ts';

const say = <T extends z.ZodType>(schema: T, description: string): T =>
  schema.meta({ description });

const verdict = say(
  z.enum(['kept', 'broken', 'undecided']),
  'undecided where the scenario does not tell enough',
);

const clause = z.strictObject({
  text: z.string(),
  grade: say(
    z.enum(Object.keys(GRADES) as [Grade, ...Grade[]]),
    'how far its number may be trusted, in the words of the catalog',
  ),
  verdict,
  found: say(z.string(), 'what decided it; empty where it is undecided'),
  missing: say(
    z.array(z.strictObject({ what: z.string(), write: z.string() })),
    'what the scenario does not tell, and what to write so that it does',
  ),
});

/** What became of one rule under one strategy, clause by clause. */
export const ruleResult = z.strictObject({
  rule: say(z.string(), 'its name in the catalog'),
  title: z.string(),
  verdict,
  clauses: z.array(clause),
  firstFailing: say(
    z.int().min(1).nullable(),
    'the first broken clause, else the first undecided one, counted from 1; null where all are kept',
  ),
  notes: z.array(z.string()),
});

/** What became of one rule, from `ruleResult`. */
export type RuleResult = z.output<typeof ruleResult>;
