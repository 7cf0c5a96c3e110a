/**
 * Room for the numbers of a run, which the run after it takes over: it asks for the same, in the same
 * order. To make such arrays anew for each of thousands of runs takes longer than to clear them.
 */
export interface Room {
  readonly arrays: Float64Array[];
  taken: number;
}

/** Room that nothing was taken of. */
export const newRoom = (): Room => ({ arrays: [], taken: 0 });

/** Takes so many numbers, all of them 0. */
export function take(room: Room, length: number): Float64Array {
  const place = room.taken++;
  const known = room.arrays[place];
  if (known?.length === length) return known.fill(0);
  const made = new Float64Array(length);
  room.arrays[place] = made;
  return made;
}
