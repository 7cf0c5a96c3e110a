import { dateFault, parseInstant } from '../units/calendar.ts';
import { parseStated } from '../units/dimension.ts';
import { DURATION, FRACTION } from '../units/dimensions.ts';
import { type About, fields, quantity, textThat } from './language/declare.ts';
import { money } from './language/money.ts';
import { rules } from './rules.ts';

const share = (about: About) => quantity(FRACTION, { above: true, max: 1 }, about).optional();
const time = (about: About) => quantity(DURATION, { above: true }, about).optional();

const rpo = (standsFor: string) =>
  time({
    description: 'the longest gap there may be between usable restore points, once seeding is over',
    default: standsFor,
    example: '24 h',
  });
const rto = (standsFor: string) =>
  time({
    description: 'the longest time a restore may take, of any kept point and after a disaster',
    default: standsFor,
    example: '4 h',
  });

/** What is promised of one workload, or for one disaster. */
export const ownObjectives = fields(
  { rpo: rpo('that of the scenario'), rto: rto('that of the scenario') },
  {
    description: 'promises of its own; those of a disaster come before those of a workload',
    default: 'those of the scenario',
  },
);

function isDateOrTime(text: string): boolean {
  if (parseInstant(text, 'UTC') !== undefined) return true;
  const length = parseStated(DURATION, text);
  return length.ok && length.value >= 0;
}

/** What is promised. */
export const objectives = fields(
  {
    rpo: rpo('none'),
    rto: rto('none'),
    schedule: share({
      description:
        'the share of the backups and copies due, of each workload, that must leave a point; those that fail by chance are left out',
      default: '100 %',
      example: '99 %',
    }),
    'protected-by': textThat(
      isDateOrTime,
      (text) =>
        dateFault(text) ?? {
          message: 'is no date and no length of time',
          hint: 'write for example 2026-02-01 or 10 d',
        },
      {
        description:
          'when everything must be protected and copied for the first time: a date, or a length of time from the start',
        default: 'none',
        example: '10 d',
        form: 'a date, or a length of time',
      },
    ).optional(),
    window: share({
      description: 'the share of nights in which all jobs must fit the window',
      default: 'none',
      example: '99 %',
    }),
    cost: money('time', {
      description:
        'the most that it may cost; penalties are left out, and restores counted as often as expected',
      default: 'none',
      example: '90000 USD/year',
    }).optional(),
    fill: share({
      description: 'the share of the usable capacity that the stores may ever reach',
      default: 'none',
      example: '80 %',
    }),
    confidence: share({
      description: 'the share of the trials in which a promise must hold to count as kept',
      default: '95 %',
      example: '99 %',
    }),
    rules: rules.optional(),
  },
  { description: 'What is promised.' },
);
