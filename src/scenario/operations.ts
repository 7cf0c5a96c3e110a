import { z } from 'zod';
import { RECORD_CLASSES, STAFFINGS, STANDBYS, SWITCHES } from '../catalog/rules/rule.ts';
import { outOfRange, parse } from '../units/dimension.ts';
import { COUNT, DURATION } from '../units/dimensions.ts';
import { type About, fields, kindOf, oneOf, quantity, refuse } from './language/declare.ts';

/** YAML 1.2 parses `yes` as text, YAML 1.1 as true: both are accepted. */
const ANSWERS = new Map<unknown, boolean>([
  [true, true],
  [false, false],
  ['yes', true],
  ['no', false],
]);

const yesOrNo = (description: string) =>
  z
    .unknown()
    .transform(
      (input, issues): boolean =>
        ANSWERS.get(input) ??
        refuse(issues, `should be yes or no, not ${kindOf(input)}`, 'write yes or no'),
    )
    .meta({
      description,
      default: NOT_SAID,
      example: 'yes',
      form: 'yes or no',
      shape: { enum: ['yes', 'no', true, false] },
    })
    .optional();

const NOT_SAID = 'not said';
const HOW_OFTEN = 'write for example every 6 months, or never';

/** Declares an interval between events in seconds; `never` is Infinity. */
const cadence = (description: string, example: string) =>
  z
    .unknown()
    .transform((input, issues): number => {
      if (input === 'never') return Infinity;
      const words = typeof input === 'string' ? input.trim() : '';
      const length = /^every (.+)$/.exec(words)?.[1];
      const parsed = parse(DURATION, length ?? '');
      const wrong = parsed.ok ? outOfRange(DURATION, parsed.value) : undefined;
      if (wrong) return refuse(issues, wrong.message, wrong.hint);
      if (parsed.ok && parsed.value > 0) return parsed.value;
      return refuse(issues, 'is not how often something happens', HOW_OFTEN);
    })
    .meta({
      description,
      default: NOT_SAID,
      example,
      form: 'every and a length of time, or never',
      shape: { type: 'string' },
    })
    .optional();

const kept = (description: string, example: string) =>
  quantity(DURATION, {}, { description, default: NOT_SAID, example }).optional();

const number = (description: string, example: number) =>
  quantity(COUNT, { whole: true }, { description, default: NOT_SAID, example }).optional();

const word = <const W extends readonly [string, ...string[]]>(words: W, about: About) =>
  oneOf(words, { default: NOT_SAID, ...about }).optional();

/** Facts about staff and procedures that a simulation cannot derive; rules are judged by them. */
export const operations = fields(
  {
    'audit-trail': yesOrNo('whether every change of a record is told by an audit trail'),
    drills: cadence('how often a restore is tried out', 'every 6 months'),
    standby: word(STANDBYS, {
      description: 'what stands by elsewhere: nothing, a site, part of the equipment, or all',
      example: 'complete',
    }),
    'switch-over': word(SWITCHES, {
      description: 'how users come to what stands by: not, over the network, or in real time',
      example: 'network',
    }),
    'hot-redundancy': yesOrNo('whether the processing of key data runs twice'),
    staffed: word(STAFFINGS, {
      description: 'when there is staff to act',
      example: 'round the clock',
    }),
    documentation: kept('how long documentation is kept', '7 years'),
    logs: kept('how long network logs are kept', '6 months'),
    'segregated-restore': yesOrNo('whether restores run on segregated systems'),
    criticality: yesOrNo('whether the frequency of backups is set by how critical the data is'),
    records: z
      .array(
        z.enum(RECORD_CLASSES).meta({ description: 'a class of records', example: 'inpatient' }),
      )
      .optional()
      .meta({
        description: 'classes of records among the data that a law treats differently',
        default: NOT_SAID,
        form: `a list of ${RECORD_CLASSES.join(', ')}`,
        example: ['outpatient', 'inpatient'],
      }),
    'read-yearly': number('tapes that are read to check them in a year', 384),
    'replace-at': number('errors at which a medium is replaced', 10),
    recopy: cadence('how often data is copied to new media', 'every 8 years'),
  },
  {
    description: 'What people do and have that no simulation can know, for `objectives.rules`.',
    default: NOT_SAID,
    example: { drills: 'every 6 months', standby: 'complete' },
  },
);
