import { cpus } from 'node:os';

const line = (text) => process.stdout.write(`${text}\n`);

/** Prints what the machine is; figures mean nothing without it. */
export function printMachine() {
  const all = cpus();
  line(
    `machine: ${all[0]?.model.trim() ?? 'unknown'}, ${all.length} cores, Node ${process.version}`,
  );
}

export const printTitle = (title) => line(`\n${title}`);

/** Prints something that is no figure. */
export const printNote = (text) => line(`  ${text}`);

/**
 * Prints a figure, and beside it its budget and whether it is kept. A missed budget is marked, and
 * never an error: how fast a machine is says nothing about whether a change is right.
 *
 * @param {string} name
 * @param {number} value
 * @param {{ unit?: string, most?: number, least?: number, digits?: number }} [budget]
 */
export function printFigure(name, value, { unit = '', most, least, digits = 2 } = {}) {
  const shown = (number) => number.toLocaleString('en-GB', { maximumFractionDigits: digits });
  const limit = most ?? least;
  const kept = most === undefined ? value >= (least ?? value) : value <= most;
  const budget =
    limit === undefined ? '' : `   budget ${most ? 'at most' : 'at least'} ${shown(limit)}`;
  const mark = limit === undefined ? '' : kept ? '   kept' : '   *** MISSED ***';
  line(`  ${name.padEnd(52)} ${`${shown(value)} ${unit}`.trimEnd().padStart(16)}${budget}${mark}`);
}

/** The middle value. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
