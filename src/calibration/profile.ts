import { z } from 'zod';
import { LEVEL_NAMES } from '../benchmark/level.ts';
import { machine } from '../benchmark/records/machine.ts';
import { OPERATIONS } from './operation.ts';

/** Version of the profile format. */
export const PROFILE_FORMAT = 'backcast/profile/1';

const range = z.object({ least: z.number(), most: z.number() });

const term = z.object({
  name: z.string(),
  per: z.enum(['', 'file', 'B', 'piece', 's']).describe('seconds or bytes for each of these'),
  value: z.number().nonnegative(),
  low: z.number().nonnegative().describe('ends of the 90 % interval'),
  high: z.number().nonnegative().nullable().describe('null: the runs do not bound it'),
  standsFor: z.array(z.string()).describe('terms that the runs cannot tell from it'),
});

/** A fitted model: a sum of terms, each in proportion to what a run has to do. */
export const fitted = z.object({
  terms: z.array(term).describe('those that matter; the others are 0'),
  negligible: z.array(z.string()).describe('terms that never made a tenth of any run'),
  unseen: z.array(z.string()).describe('terms that no run had anything of'),
  runs: z.number().int(),
  groups: z.array(z.array(z.number())).describe('terms that were fitted without each group'),
  residuals: z
    .array(z.object({ group: z.number().int(), log: z.number() }))
    .describe('ln(measured ÷ foretold without its group), one a run'),
  rows: z.array(z.array(z.number())).describe('terms that could have been, all of a row together'),
  error: z.number().nullable().describe('median error on groups that were left out'),
  holds: z.number().nullable().describe('share of left out runs inside their 90 % interval'),
  label: z.enum(['A', 'B', 'C', 'D']),
});

const operation = z.object({
  operation: z.enum(OPERATIONS),
  method: z.string().nullable().describe('of a verification'),
  levels: z.array(z.enum(LEVEL_NAMES)),
  work: fitted.nullable().describe('processor seconds, user and system'),
  quiet: fitted
    .nullable()
    .describe('seconds that pass where nobody else wants a core, from processor seconds and waits'),
  stored: z
    .object({ exponent: z.number().describe('new bytes shrink as ratio^-exponent'), fitted })
    .nullable()
    .describe('bytes that a backup adds'),
  perByte: z
    .object({
      work: z.number().nullable(),
      quiet: z.number().nullable(),
      stored: z.number().nullable(),
    })
    .describe('median of measured ÷ bytes read: the plain forecast that errors are held against'),
  hull: z.object({ files: range, read: range, ratio: range, held: range }),
});

const tool = z.object({
  like: z.string().describe('the tool of the catalog'),
  shrinks: z.boolean().describe('whether it stores compressed'),
  title: z.string(),
  version: z.string(),
  settings: z.record(z.string(), z.unknown()),
  targets: z.array(z.string()).describe('kinds of targets that it stored to'),
  operations: z.array(operation),
});

/** What measurements say of tools on a machine: the file that `calibrate` writes. */
export const profile = z.object({
  format: z.literal(PROFILE_FORMAT),
  backcast: z.string(),
  from: z.array(
    z.object({ run: z.string(), plan: z.string(), records: z.number().int(), sha256: z.string() }),
  ),
  began: z.string().describe('the first record; ISO 8601'),
  ended: z.string().describe('the last record'),
  machine,
  leftOut: z.record(z.string(), z.number().int()).describe('steps that tell nothing, by reason'),
  tools: z.record(z.string(), tool),
});

/** See `profile`. */
export type Profile = z.output<typeof profile>;
/** See `fitted`. */
export type Fitted = z.output<typeof fitted>;
/** What a profile holds of one operation of a tool. */
export type ProfiledOperation = z.output<typeof operation>;
