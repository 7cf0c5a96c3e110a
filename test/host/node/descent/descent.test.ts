import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { descent, type Origin } from '../../../../src/host/node/descent/descent.ts';
import { listed } from '../../../../src/host/node/process-table.ts';
import type { Noted } from '../../../../src/host/node/state/notes.ts';
import { until } from '../../../support/programs/until.ts';

const SECRET = 'a'.repeat(64);
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
});

/** A sleeping process, first of a session unless told otherwise. */
function asleep(secret: string | null = SECRET, detached = true): Noted {
  const env = { PATH: process.env.PATH, ...(secret !== null && { BACKCAST_SECRET: secret }) };
  const child = spawn('sleep', ['600'], { detached, env, stdio: 'ignore' });
  children.push(child);
  const pid = child.pid ?? 0;
  return { pid, started: listed(pid)?.started ?? -1 };
}

/** A process in a session whose first is gone: the session, and the process. */
async function orphan(): Promise<{ readonly session: number; readonly pid: number }> {
  const env = { PATH: process.env.PATH, BACKCAST_SECRET: SECRET };
  const script = 'sleep 600 >/dev/null 2>&1 & echo $!';
  const first = spawn('sh', ['-c', script], { detached: true, env });
  const [said] = await once(first.stdout, 'data');
  if (first.exitCode === null) await once(first, 'exit');
  const [session, pid] = [first.pid ?? 0, Number(`${said}`)];
  await until(() => listed(pid)?.name === 'sleep' && listed(session) === undefined);
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

  it('in doubt, if nobody knows its session', () => {
    const { pid } = asleep(SECRET, false);
    expect(found(of())).toEqual({ proved: [], doubtful: [pid] });
    const { session = 0 } = listed('self') ?? {};
    const started = listed(session)?.started ?? -1;
    expect(found(of({ sessions: [{ pid: session, started }] })).proved).toEqual([pid]);
    const other = of({ sessions: [{ pid: session, started: started - 1 }] });
    expect(found(other)).toEqual({ proved: [], doubtful: [pid] });
  });

  it('in a noted session whose first is gone', async () => {
    const { session, pid } = await orphan();
    try {
      expect(found(of())).toEqual({ proved: [], doubtful: [pid] });
      expect(found(of({ sessions: [{ pid: session, started: 1 }] })).proved).toEqual([pid]);
    } finally {
      process.kill(pid, 'SIGKILL');
    }
  });
});
