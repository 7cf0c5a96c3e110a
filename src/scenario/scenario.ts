import { z } from 'zod';
import { dateFault, isZone, parseInstant, parseSpan } from '../units/calendar.ts';
import { FRACTION } from '../units/dimensions.ts';
import { cost, exchange, penalties } from './cost.ts';
import { disasters } from './disasters.ts';
import { fields, quantity, refuse, text, textThat } from './language/declare.ts';
import { links, sites } from './network.ts';
import { objectives } from './objectives.ts';
import { operations } from './operations.ts';
import { stores } from './store.ts';
import { strategies } from './strategy.ts';
import { tools } from './tool.ts';
import { training } from './training.ts';
import { workloads } from './workload.ts';

const LONGEST_YEARS = 200;
const SPAN_DAYS = { minutes: 1 / 1440, hours: 1 / 24, days: 1, weeks: 7, months: 30, years: 365 };

const horizon = z
  .unknown()
  .transform((input, issues) => {
    const hint = 'write for example "5 years"';
    const span = typeof input === 'string' ? parseSpan(input) : undefined;
    if (!span) return refuse(issues, 'is not a length of calendar time', hint);
    if (span.amount === 0) return refuse(issues, 'is zero', hint);
    const days = span.amount * SPAN_DAYS[span.unit];
    if (days < SPAN_DAYS.minutes) return refuse(issues, 'is less than a minute', hint);
    if (days <= LONGEST_YEARS * 365) return span;
    return refuse(
      issues,
      'is longer than can be simulated',
      `write at most ${LONGEST_YEARS} years`,
    );
  })
  .meta({
    description: 'how long is simulated; a start within it belongs to it, one at its end does not',
    default: '1 year',
    example: '5 years',
    form: 'a number of minutes, hours, days, weeks, months or years',
    shape: { type: 'string' },
  });

const start = textThat(
  (date) => parseInstant(date, 'UTC') !== undefined,
  (date) =>
    dateFault(date) ?? {
      message: 'is not a date',
      hint: 'write for example 2026-01-05, or 2026-01-05T22:00:00Z',
    },
  {
    description: 'the first day, at midnight, or an instant',
    example: '2026-01-05',
    form: 'a date',
  },
);

const timezone = textThat(
  isZone,
  {
    message: 'is not a time zone',
    hint: 'write a name of the IANA database, such as Europe/Berlin or Asia/Shanghai',
  },
  {
    description: 'governs schedules, windows, days, weeks and months',
    default: 'UTC',
    example: 'Asia/Shanghai',
    form: 'a name of the IANA database',
  },
);

const currency = textThat(
  (code) => /^[A-Z]{3}$/.test(code),
  { message: 'is not a currency', hint: 'write three capital letters, such as USD' },
  {
    description: 'the currency of the answers',
    default: 'USD',
    example: 'CNY',
    form: 'three capital letters',
  },
);

/** Schema of a scenario: one declaration per field gives type, check, reference and JSON Schema. */
export const scenario = fields(
  {
    name: text({
      description: 'what people call it',
      default: 'the name of the file',
      example: 'Finance, 10 TB over 500 km',
    }).optional(),
    note: text({ description: 'anything worth knowing', default: 'none' }, 20_000).optional(),
    start,
    horizon: horizon.optional(),
    timezone: timezone.optional(),
    currency: currency.optional(),
    workloads,
    sites: sites.optional(),
    links: links.optional(),
    stores,
    tools: tools.optional(),
    strategies,
    training: training.optional(),
    disasters: disasters.optional(),
    'common-cause': quantity(
      FRACTION,
      { max: 1 },
      {
        description: 'share of the faults of copies that hits all of them at once',
        default: '10 %',
        example: '5 %',
      },
    ).optional(),
    cost: cost.optional(),
    penalties: penalties.optional(),
    exchange: exchange.optional(),
    objectives: objectives.optional(),
    operations: operations.optional(),
  },
  { description: 'A backcast scenario: data to protect, and the ways to do it that are compared.' },
);

/** A scenario as declared, in base units, before catalog values and defaults are filled in. */
export type Scenario = z.output<typeof scenario>;
/** Data to protect, as declared. */
export type Workload = Scenario['workloads'][string];
/** A link between two sites, as declared. */
export type Link = NonNullable<Scenario['links']>[string];
/** A place for backups and copies, as declared. */
export type Store = Scenario['stores'][string];
/** A backup tool, as declared. */
export type Tool = NonNullable<Scenario['tools']>[string];
/** A strategy to protect workloads, as declared. */
export type Strategy = Scenario['strategies'][string];
/** A training run that saves checkpoints, as declared. */
export type TrainingRun = NonNullable<Scenario['training']>[string];
