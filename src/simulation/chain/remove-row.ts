import { before, copyColumns, placeOf, type Rows, removeOldest, STRIDE } from './rows.ts';

/** Removes a row from the ring and closes the gap from the side with fewer rows. */
export function remove(rows: Rows, index: number): void {
  const last = rows.count - 1;
  if (index * 2 < rows.count) {
    moveUp(rows, index);
    removeOldest(rows, 1);
  } else {
    moveDown(rows, index, last);
    rows.count = last;
  }
}

/** Moves all rows older than a row by one place towards the new end. */
function moveUp(rows: Rows, index: number): void {
  const { data, kinds, reasons, step } = rows;
  const oldest = placeOf(rows, 0);
  const to = placeOf(rows, index);
  const together = step === 1 && oldest <= to;
  if (together) data.copyWithin((oldest + 1) * STRIDE, oldest * STRIDE, to * STRIDE);
  for (let place = to; place !== oldest; ) {
    const next = before(rows, place);
    if (!together) copyColumns(data, next, data, place);
    kinds[place] = kinds[next] as number;
    reasons[place] = reasons[next] as number;
    place = next;
  }
}

/** Moves all rows newer than a row by one place towards the old end. */
function moveDown(rows: Rows, index: number, last: number): void {
  const { data, kinds, reasons, step } = rows;
  const newest = placeOf(rows, last);
  const to = placeOf(rows, index);
  const together = step === 1 && to <= newest;
  if (together) data.copyWithin(to * STRIDE, (to + 1) * STRIDE, (newest + 1) * STRIDE);
  for (let i = index + 1, place = to; i <= last; i++) {
    const next = placeOf(rows, i);
    if (!together) copyColumns(data, next, data, place);
    kinds[place] = kinds[next] as number;
    reasons[place] = reasons[next] as number;
    place = next;
  }
}
