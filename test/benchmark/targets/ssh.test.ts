import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NO_USAGE } from '../../../src/benchmark/run/combined-usage.ts';
import { sshTarget } from '../../../src/benchmark/targets/ssh.ts';
import type { Host } from '../../../src/host/host.ts';
import { captured } from '../../cli/captured.ts';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'backcast-ssh-')));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a place on a host that cannot be marked is taken away again', async () => {
  const asked: string[] = [];
  const { host: real } = captured();
  const host: Host = {
    ...real,
    processes: {
      ...real.processes,
      run: async ({ args }) => {
        const words = args.slice(args.indexOf('me@vault') + 1);
        asked.push(words.join(' '));
        const exit = words[0] === 'touch' ? 1 : 0;
        const said = { output: '', errors: exit === 1 ? 'touch: no room' : '' };
        const value = { exit, signal: null, timedOut: false, ...said, usage: NO_USAGE };
        return { ok: true, value };
      },
    },
  };
  const target = sshTarget({
    ...{ host, work: await real.openWorkDirectory(join(folder, 'work')), trusting: false },
    ...{ run: 'r1', name: 'vault', limit: null },
    access: {
      ...{ kind: 'ssh', host: 'vault', port: 22, user: 'me', path: '/srv' },
      ...{ identity: '/key', knownHosts: '/known' },
    },
  });
  await expect(target.open('new')).rejects.toThrow('touch: no room');
  expect(asked).toEqual([
    'mkdir -m 700 -- /srv/backcast-r1-vault',
    'touch -- /srv/backcast-r1-vault/mark-r1',
    'rmdir -- /srv/backcast-r1-vault',
  ]);
});
