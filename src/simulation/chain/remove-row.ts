import { before, copyColumns, placeOf, type Rows, removeOldest, STRIDE } from './rows.ts';

/** Takes a row out; the shorter side moves up. */
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

/** Moves the rows before one to the place after theirs. */
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

/** Moves the rows from behind one up to the last to the place before theirs. */
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
