import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { listed, membersOf, readStat } from '../../../src/host/node/process-table.ts';
import { until } from '../../support/programs/until.ts';

describe('the list of processes', () => {
  it('is read from its end: names hold what they like', () => {
    const rest = 'S 1 7 5 0 -1 4194304 1 2 3 4 5 6 170 280 20 0 1 0 98765 1000 200';
    for (const name of ['sh', 'a b', ') R 1 2 3', '((', '\n']) {
      expect(readStat(`42 (${name}) ${rest}`)).toEqual({
        pid: 42,
        name,
        state: 'S',
        parent: 1,
        session: 5,
        childrenUser: 170,
        childrenSystem: 280,
        started: 98765,
      });
    }
    expect(readStat('')).toBeUndefined();
    expect(readStat('42 (sh) S 1')).toBeUndefined();
  });

  it('knows this process, and no process that is none', () => {
    expect(listed('self')).toMatchObject({ pid: process.pid });
    expect(listed(process.pid)).toMatchObject({ started: listed('self')?.started });
    expect(listed(2 ** 30)).toBeUndefined();
  });

  it('knows who belongs together', async () => {
    const script = 'sleep 600 & sleep 600 & echo; wait';
    const first = spawn('sh', ['-c', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const session = first.pid ?? 0;
    await once(first.stdout, 'data');
    const names = () => membersOf(session).map(({ name }) => name);
    // A child bears the name of the shell until it has become its program.
    await until(() => names().filter((name) => name === 'sleep').length === 2);
    expect(names().sort()).toEqual(['sh', 'sleep', 'sleep']);
    process.kill(-session, 'SIGKILL');
    await once(first, 'exit');
  });
});
