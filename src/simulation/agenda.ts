/**
 * What is due at a known time: a binary heap ordered by (time, serial), so that things due at one
 * instant come out in the order in which they were put in.
 */
export interface Agenda {
  time: Float64Array;
  serial: Float64Array;
  job: Int32Array;
  what: Uint8Array;
  /** Number of the attempt it belongs to; what is due for an attempt that is over is passed by. */
  attempt: Float64Array;
  size: number;
  next: number;
}

export const newAgenda = (room: number): Agenda => ({
  time: new Float64Array(room),
  serial: new Float64Array(room),
  job: new Int32Array(room),
  what: new Uint8Array(room),
  attempt: new Float64Array(room),
  size: 0,
  next: 0,
});

export function schedule(
  agenda: Agenda,
  time: number,
  job: number,
  what: number,
  attempt: number,
): void {
  if (agenda.size === agenda.time.length) grow(agenda);
  const serial = agenda.next++;
  let place = agenda.size++;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if ((agenda.time[parent] as number) <= time) break;
    copy(agenda, parent, place);
    place = parent;
  }
  agenda.time[place] = time;
  agenda.serial[place] = serial;
  agenda.job[place] = job;
  agenda.what[place] = what;
  agenda.attempt[place] = attempt;
}

/** Takes out what is due first; read it at index 0 before. */
export function dropFirst(agenda: Agenda): void {
  const last = --agenda.size;
  if (last === 0) return;
  const time = agenda.time[last] as number;
  const serial = agenda.serial[last] as number;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= last) break;
    if (child + 1 < last && before(agenda, child + 1, child)) child++;
    const t = agenda.time[child] as number;
    const s = agenda.serial[child] as number;
    if (time < t || (time === t && serial < s)) break;
    copy(agenda, child, place);
    place = child;
  }
  copy(agenda, last, place);
}

function before({ time, serial }: Agenda, a: number, b: number): boolean {
  const ta = time[a] as number;
  const tb = time[b] as number;
  return ta < tb || (ta === tb && (serial[a] as number) < (serial[b] as number));
}

function copy(agenda: Agenda, from: number, to: number): void {
  agenda.time[to] = agenda.time[from] as number;
  agenda.serial[to] = agenda.serial[from] as number;
  agenda.job[to] = agenda.job[from] as number;
  agenda.what[to] = agenda.what[from] as number;
  agenda.attempt[to] = agenda.attempt[from] as number;
}

function grow(agenda: Agenda): void {
  const wider = <T extends Float64Array | Int32Array | Uint8Array>(old: T): T => {
    const larger = new (old.constructor as new (length: number) => T)(old.length * 2);
    larger.set(old);
    return larger;
  };
  agenda.time = wider(agenda.time);
  agenda.serial = wider(agenda.serial);
  agenda.job = wider(agenda.job);
  agenda.what = wider(agenda.what);
  agenda.attempt = wider(agenda.attempt);
}
