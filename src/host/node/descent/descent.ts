import { type Listed, listed, living, wasGiven } from '../process-table.ts';
import type { Noted } from '../state/notes.ts';
import { SECRET_VARIABLE } from '../state/secret.ts';
import { membersOfCgroup } from './cgroup.ts';

/** What is known of the programs that a process has started for a work directory. */
export interface Origin {
  readonly secret: string;
  /** The process that started them. */
  readonly owner: Noted;
  readonly cgroup: string | null;
  /** First processes of the sessions of its programs. */
  readonly sessions: readonly Noted[];
}

/** Live processes that come from programs of a work directory. */
export interface Descent {
  /** Those of which this is proved, so that they may be ended. */
  readonly proved: readonly Listed[];
  /** Those that carry the secret, and lack the rest of the proof. */
  readonly doubtful: readonly Listed[];
}

/**
 * Finds what the programs of a process have led to and is still alive.
 *
 * The kernel's word is proof enough: the process is in the cgroup. Else it must carry the secret of
 * the work directory in its environment, have started no sooner than the owner, and be in a session
 * that one of the programs leads or led: a noted one, unless its number has come to bear another
 * process, or one whose first process carries the secret as well. What has none of this is not
 * found: a process with another environment, where there is no cgroup.
 */
export function descent({ secret, owner, cgroup, sessions }: Origin): Descent {
  const all = living().filter(({ pid }) => pid !== process.pid);
  const inCgroup = new Set(cgroup === null ? [] : membersOfCgroup(cgroup));
  const carriers = new Set(
    all.map(({ pid }) => pid).filter((pid) => wasGiven(pid, SECRET_VARIABLE, secret)),
  );
  const isLed = (session: number): boolean => {
    const noted = sessions.find(({ pid }) => pid === session);
    const first = all.find(({ pid }) => pid === session);
    if (noted && (!first || first.started === noted.started)) return true;
    return carriers.has(session);
  };
  const isProved = ({ pid, session, started }: Listed): boolean =>
    inCgroup.has(pid) || (carriers.has(pid) && started >= owner.started && isLed(session));
  return {
    proved: all.filter(isProved),
    doubtful: all.filter((one) => carriers.has(one.pid) && !isProved(one)),
  };
}

/** Whether a process was started by this one, or by one that was, and all between still live. */
export function isBelow(one: Listed): boolean {
  for (let at: Listed | undefined = one; at && at.pid > 1; at = listed(at.parent)) {
    if (at.parent === process.pid) return true;
  }
  return false;
}
