import { z } from 'zod';
import { dailySnapshots, snapshotAmounts } from '../formulas/snapshot-bill.ts';
import { amount, share } from './units.ts';

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const snapshots = z.strictObject({
  firstSnapshotDataGB: amount,
  ...Object.fromEntries(
    ORDINALS.slice(1).map((word) => [`newDataBefore${capital(word)}SnapshotGB`, amount.optional()]),
  ),
  usdPerGBMonthStandard: amount.optional(),
  usdPerGBMonthArchive: amount.optional(),
});

/** Snapshots of one volume: what each is billed for, in the standard tier or archived. */
export function snapshotAnswers(given: unknown): Record<string, number> {
  const inputs: Record<string, number | undefined> = snapshots.parse(given);
  const added = ORDINALS.slice(1).map((word) => inputs[`newDataBefore${capital(word)}SnapshotGB`]);
  const known = added.filter((each) => each !== undefined);
  if (added.slice(0, known.length).includes(undefined)) throw new Error('a snapshot is left out');
  const { standard, total, archived } = snapshotAmounts(inputs.firstSnapshotDataGB ?? 0, known);
  const price = (name: string) => inputs[`usdPerGBMonth${name}`];
  return Object.fromEntries(
    [
      ...standard.map((billed, index) => [`${ORDINALS[index]}SnapshotBilledGB`, billed]),
      ...archived.map((whole, index) => [`${ORDINALS[index]}SnapshotIfArchivedGB`, whole]),
      ['totalStandardGB', total],
      ['standardUSDPerMonth', total * (price('Standard') ?? Number.NaN)],
      ['archivedUSDPerMonth', (archived.at(-1) ?? 0) * (price('Archive') ?? Number.NaN)],
    ].filter(([, value]) => !Number.isNaN(value)),
  );
}

const thumb = z.strictObject({
  volumeGB: amount,
  fullShare: share,
  changePerDayGB: amount.optional(),
  changePerDayShare: share.optional(),
  days: amount,
  usdPerGBMonth: amount.optional(),
});

/** The rule of thumb for a month of daily snapshots. */
export function thumbAnswers(given: unknown) {
  const inputs = thumb.parse(given);
  const { volumeGB: volume, fullShare, days, usdPerGBMonth: price } = inputs;
  const changePerDay =
    inputs.changePerDayGB ?? volume * fullShare * (inputs.changePerDayShare ?? Number.NaN);
  const found = dailySnapshots({ volume, fullShare, changePerDay, days });
  return {
    ...{ firstGB: found.first, incrementsGB: found.increments, totalGB: found.total },
    usdPerMonth: price === undefined ? undefined : found.total * price,
  };
}
