import { z } from 'zod';
import { DURATION, FRACTION, SIZE } from '../units/dimensions.ts';
import { type Amount, amount, readAmount } from './language/amount.ts';
import { choice } from './language/choice.ts';
import {
  type About,
  fields,
  type Issues,
  oneOf,
  quantity,
  refuse,
  text,
} from './language/declare.ts';
import { centreOf, type Uncertain, uncertain } from './language/uncertain.ts';
import { type Skew, skew } from './skew.ts';

export type { Amount } from './language/amount.ts';

/** How a workload changes: a rate per day or run, files, a power law, or a measured history. */
export type Change =
  | {
      readonly kind: 'rate';
      readonly every: 'day' | 'run';
      readonly amount: Amount;
      /** Absent: uniform. */
      readonly skew?: Skew;
      /** Bytes of a unit that changes independently; absent: the tool sees the change as stated. */
      readonly unit?: number;
    }
  | {
      readonly kind: 'files';
      readonly every: 'day' | 'run';
      /** Share of the files that change, and of the bytes of such a file. */
      readonly files: Uncertain;
      readonly within: Uncertain;
      readonly unit?: number;
    }
  | {
      readonly kind: 'power law';
      readonly points: readonly { readonly after: number; readonly amount: Amount }[];
    }
  | { readonly kind: 'series'; readonly file: string };

const unit = quantity(
  SIZE,
  { above: true },
  {
    description:
      'size of the pieces that change independently (8 KiB for database pages, 2 B for bf16 weights); a tool that looks at larger pieces sees more change',
    default: 'the change is what the tool sees',
    example: '8 KiB',
  },
).optional();

interface Rate {
  readonly amount: Amount;
  readonly skew?: Skew | undefined;
  readonly unit?: number | undefined;
}

const rateOf = (
  every: 'day' | 'run',
  { amount: stated, skew: spread, unit: piece }: Rate,
): Change => ({
  kind: 'rate',
  every,
  amount: stated,
  ...(spread === undefined ? {} : { skew: spread }),
  ...(piece === undefined ? {} : { unit: piece }),
});

const perDay = fields(
  { 'per-day': amount({ description: 'what changes in a day' }), skew: skew.optional(), unit },
  { description: 'a share or bytes a day' },
).transform((declared) => rateOf('day', { ...declared, amount: declared['per-day'] }));

const perRun = fields(
  {
    'per-run': amount({ description: 'what changes from run to run' }),
    skew: skew.optional(),
    unit,
  },
  { description: 'a share or bytes a run' },
).transform((declared) => rateOf('run', { ...declared, amount: declared['per-run'] }));

const shareOf = (about: About) => uncertain(FRACTION, { max: 1 }, about);

const inFiles = fields(
  {
    files: shareOf({ description: 'share of the files that change', example: '50 %' }),
    within: shareOf({
      description: 'share of the bytes of such a file that change',
      default: 'all of them',
      example: '5 %',
    }).optional(),
    every: oneOf(['day', 'run'], {
      description: 'whether so much changes in a day or from run to run',
      default: 'day',
    }).optional(),
    unit,
  },
  { description: 'some of the files, and a part of each' },
).transform(
  ({ files, within = { kind: 'fixed', value: 1 }, every = 'day', unit: piece }): Change => ({
    kind: 'files',
    ...{ every, files, within },
    ...(piece === undefined ? {} : { unit: piece }),
  }),
);

const point = fields(
  {
    after: quantity(
      DURATION,
      { above: true },
      { description: 'time since the earlier state', example: '7 d' },
    ),
    changed: amount({ description: 'what differs by then' }),
  },
  { description: 'one measured size' },
).transform(({ after, changed }) => ({ after, amount: changed }));

/** Declares how a workload changes. */
export const change = (about: About) =>
  choice<Change>(
    about,
    {
      what: 'a change',
      hint: 'write "3 %/day", or a mapping with per-day, per-run, files, measured or series',
    },
    () => [
      {
        shape: 'scalar',
        schema: z
          .unknown()
          .transform(readDaily)
          .meta({
            shape: { type: 'string' },
            description: 'a share or bytes a day or a run',
            example: '3 %/day ± 20 %',
          }),
      },
      { shape: ['per-day'], beside: ['skew', 'unit'], schema: perDay },
      { shape: ['per-run'], beside: ['skew', 'unit'], schema: perRun },
      { shape: ['files'], beside: ['within', 'every', 'unit'], schema: inFiles },
      {
        shape: ['measured'],
        schema: fields(
          {
            measured: z
              .array(point)
              .length(2)
              .meta({
                description: 'two measured sizes of the change',
                form: 'a list of two',
                example: [
                  { after: '1 d', changed: '2 %' },
                  { after: '7 d', changed: '8 %' },
                ],
              }),
          },
          { description: 'a power law through two measured sizes' },
        ).transform(({ measured }, issues): Change => {
          const points = [...measured].sort((a, b) => a.after - b.after);
          const wrong = wrongPoints(points);
          return wrong
            ? refuse(issues as Issues, wrong.message, wrong.hint, ['measured'])
            : { kind: 'power law', points };
        }),
      },
      {
        shape: ['series'],
        schema: fields(
          {
            series: text(
              {
                description: 'a CSV file with date, size, added, changed, removed',
                example: 'history.csv',
              },
              500,
            ),
          },
          { description: 'a measured history' },
        ).transform(({ series }): Change => ({ kind: 'series', file: series })),
      },
    ],
  );

/** The change must grow with elapsed time; uncertain amounts are not compared. */
function wrongPoints([first, second]: (Change & { readonly kind: 'power law' })['points']) {
  if (first?.after === second?.after) {
    return { message: 'both sizes have the same age', hint: 'give two different ages' };
  }
  const [early, late] = [fixedOf(first?.amount), fixedOf(second?.amount)];
  if (early?.value === 0 || late?.value === 0) {
    return { message: 'a power law knows no change of 0', hint: 'write per-day: 0 % instead' };
  }
  if (!early || !late || early.kind !== late.kind || late.value >= early.value) return undefined;
  return {
    message: 'less differs after the longer time',
    hint: 'count what differs from the earlier state, once however often it changed',
  };
}

function fixedOf(stated: Amount | undefined) {
  const value = stated?.kind === 'bytes' ? stated.bytes : stated?.share;
  return stated && value?.kind === 'fixed' ? { kind: stated.kind, value: value.value } : undefined;
}

function readDaily(input: unknown, issues: Issues): Change {
  const text = String(input).trim();
  const centre = centreOf(text);
  const [, stated, per] = /^(.*?)\s*(?:\/|\ba |\bper )\s*(day|d|run)$/.exec(centre) ?? [];
  if (stated === undefined) {
    const hint = 'write "3 %/day", "300 GB/day" or "10 %/run"';
    return refuse(issues, `"${text}" does not say how often`, hint);
  }
  return {
    kind: 'rate',
    every: per === 'run' ? 'run' : 'day',
    amount: readAmount(`${stated}${text.slice(centre.length)}`, issues),
  };
}
