import type { Compared } from '../../../calibration/hindcast.ts';
import { machineText } from '../../../calibration/mixed.ts';
import type { Profile } from '../../../calibration/profile.ts';
import { NO_CLOCK } from '../../result/no-clock.ts';
import { hindcastTables } from '../../tables/measured/hindcast.ts';
import { profileTables } from '../../tables/measured/profile.ts';
import type { Table } from '../../tables/table.ts';
import { blockLines, layoutWidth } from '../text-blocks.ts';
import { PLAIN_STYLE } from '../text-style.ts';
import { wrap } from '../wrap.ts';

/** Writes what a profile says as plain text; no line is wider than asked, down to 60. */
export const profileText = (profile: Profile, columns?: number): string =>
  lined(profile, 'calibrated by', profileTables(profile), columns);

/** Writes how good the forecasts of a profile were as plain text. */
export const hindcastText = (
  profile: Profile,
  compared: readonly Compared[],
  columns?: number,
): string => lined(profile, 'foretold by a profile of', hindcastTables(compared), columns);

/** Of what a profile was made, in a sentence that begins with how. */
export function madeOf({ from, began, ended, machine }: Profile, how: string): string {
  const records = from.reduce((sum, one) => sum + one.records, 0);
  return `${how} ${records} records of ${from.length} ${from.length === 1 ? 'run' : 'runs'}, ${began.slice(0, 10)} to ${ended.slice(0, 10)}, on ${machineText(machine)}`;
}

function lined(profile: Profile, how: string, tables: readonly Table[], columns?: number): string {
  const width = layoutWidth(columns);
  const lines = [
    ...wrap(madeOf(profile, how), width),
    ...blockLines(tables, { width, style: PLAIN_STYLE, clock: NO_CLOCK }),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}
