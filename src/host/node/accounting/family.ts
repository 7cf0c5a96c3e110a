import { readdirSync, readFileSync } from 'node:fs';
import { attempt } from '../fault.ts';

/** A process and all its descendants. Linux lists children by the thread that made them. */
export function familyOf(pid: number): readonly number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`));
  if (!threads.ok) return [];
  const children = threads.value.flatMap((thread) => {
    const read = attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1'));
    return read.ok ? (read.value.match(/\d+/g) ?? []) : [];
  });
  return [pid, ...children.flatMap((child) => familyOf(Number(child)))];
}
