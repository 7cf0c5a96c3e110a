import { unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../fault.ts';
import { readOwn, replaceOwn } from './own-file.ts';

/** A process, identified uniquely within one boot of the machine by its id and start time. */
export interface Noted {
  readonly pid: number;
  readonly started: number;
}

/** What the process that uses a work directory has noted of itself and of what it has started. */
export interface Notes {
  /** The boot of the machine, and the namespace in which its processes have these ids. */
  readonly boot: string;
  readonly namespace: string;
  readonly owner: Noted;
  /** The cgroup that holds all that it starts; null if there is none. */
  readonly cgroup: string | null;
  /** First processes of the sessions of its running programs. */
  readonly sessions: readonly Noted[];
}

const fileOf = (folder: string): string => join(folder, 'notes');

/** Writes notes into a state folder; a full disk leaves the old ones. */
export function writeNotes(
  folder: string,
  { boot, namespace, owner, cgroup, sessions }: Notes,
): void {
  const lines = [
    `boot ${boot}`,
    `namespace ${namespace}`,
    `owner ${owner.pid} ${owner.started}`,
    ...(cgroup === null ? [] : [`cgroup ${cgroup}`]),
    ...sessions.map(({ pid, started }) => `session ${pid} ${started}`),
  ];
  replaceOwn(fileOf(folder), `${lines.join('\n')}\n`);
}

/** Reads the notes in a state folder; undefined if there are none that can be read. */
export function readNotes(folder: string): Notes | undefined {
  const text = readOwn(fileOf(folder)) ?? '';
  const word = (kind: string): string | undefined =>
    new RegExp(`^${kind} (.+)$`, 'm').exec(text)?.[1];
  const processes = (kind: string): readonly Noted[] =>
    Array.from(text.matchAll(new RegExp(`^${kind} (\\d+) (\\d+)$`, 'gm')), ([, pid, started]) => ({
      pid: Number(pid),
      started: Number(started),
    }));
  const [boot, namespace, [owner]] = [word('boot'), word('namespace'), processes('owner')];
  if (!boot || !namespace || !owner) return undefined;
  const [cgroup = null, sessions] = [word('cgroup'), processes('session')];
  return { boot, namespace, owner, cgroup, sessions };
}

/** Removes the notes in a state folder. */
export function removeNotes(folder: string): void {
  attempt(() => unlinkSync(fileOf(folder)));
}
