import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { descent, type Origin } from '../../../../src/host/node/descent/descent.ts';
import { listed } from '../../../../src/host/node/process-table.ts';
import type { Noted } from '../../../../src/host/node/state/notes.ts';
import { SECRET_VARIABLE } from '../../../../src/host/node/state/secret.ts';
import { until } from '../../../support/programs/until.ts';

const SECRET = 'a'.repeat(64);
const children: ChildProcess[] = [];
const orphans: number[] = [];
afterEach(async () => {
  for (const pid of orphans.splice(0)) process.kill(pid, 'SIGKILL');
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
});

/** A sleeping process, first of its session. */
function asleep(secret: string | null = SECRET): Noted {
  const env = { PATH: process.env.PATH, ...(secret !== null && { [SECRET_VARIABLE]: secret }) };
  const child = spawn('sleep', ['600'], { detached: true, env, stdio: 'ignore' });
  children.push(child);
  const pid = child.pid ?? 0;
  return { pid, started: listed(pid)?.started ?? -1 };
}

interface InSession {
  readonly session: number;
  readonly pid: number;
}

/** A sleeping process that carries the secret, in a session whose first does not, and stays or is gone. */
async function inSession(first: 'stays' | 'gone'): Promise<InSession> {
  const sleep = `${SECRET_VARIABLE}=${SECRET} sleep 600 >/dev/null 2>&1 & echo $!`;
  const script = first === 'stays' ? `${sleep}; wait` : sleep;
  const leader = spawn('sh', ['-c', script], { detached: true, env: { PATH: process.env.PATH } });
  children.push(leader);
  const [said] = await once(leader.stdout, 'data');
  const [session, pid] = [leader.pid ?? 0, Number(`${said}`)];
  orphans.push(pid);
  if (first === 'gone' && leader.exitCode === null) await once(leader, 'exit');
  const hasFirst = () => listed(session) !== undefined;
  await until(() => listed(pid)?.name === 'sleep' && hasFirst() === (first === 'stays'));
  return { session, pid };
}

const of = (more: Partial<Origin> = {}): Origin => ({
  secret: SECRET,
  owner: { pid: 1, started: 0 },
  cgroup: null,
  sessions: [],
  ...more,
});

/** The ids of what is found, and which of it is proved. */
const found = (origin: Origin) => {
  const { proved, doubtful } = descent(origin);
  return { proved: proved.map(({ pid }) => pid), doubtful: doubtful.map(({ pid }) => pid) };
};

describe('without a cgroup, a process comes from a program', () => {
  it('that leads a session and carries the secret: another secret, or none, is a stranger', () => {
    const { pid } = asleep();
    asleep(null);
    asleep('b'.repeat(64));
    expect(found(of())).toEqual({ proved: [pid], doubtful: [] });
  });

  it('in doubt, if it started before the owner', () => {
    const { pid, started } = asleep();
    const after = found(of({ owner: { pid: 1, started: started + 1 } }));
    expect(after).toEqual({ proved: [], doubtful: [pid] });
    expect(found(of({ owner: { pid: 1, started } })).proved).toEqual([pid]);
  });

  it('in doubt, if nobody knows its session, or its number has come to bear another', async () => {
    const { session, pid } = await inSession('stays');
    expect(found(of())).toEqual({ proved: [], doubtful: [pid] });
    const started = listed(session)?.started ?? -1;
    expect(found(of({ sessions: [{ pid: session, started }] })).proved).toEqual([pid]);
    const other = of({ sessions: [{ pid: session, started: started - 1 }] });
    expect(found(other)).toEqual({ proved: [], doubtful: [pid] });
  });

  it('in a noted session whose first is gone', async () => {
    const { session, pid } = await inSession('gone');
    expect(found(of())).toEqual({ proved: [], doubtful: [pid] });
    expect(found(of({ sessions: [{ pid: session, started: 1 }] })).proved).toEqual([pid]);
  });
});
