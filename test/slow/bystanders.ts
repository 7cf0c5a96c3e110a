import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listed } from '../../src/host/node/process-table.ts';

/** What a run has no business with, beside its work directory. */
export interface Bystanders {
  /** What has become of them, in words; empty if nothing has. */
  harm(): readonly string[];
  end(): Promise<void>;
}

/**
 * Puts a file, a link to it and two processes beside a work directory; one of the processes
 * carries the secret of another directory.
 */
export function bystanders(folder: string): Bystanders {
  const file = join(folder, 'precious');
  writeFileSync(file, 'precious');
  symlinkSync('precious', join(folder, 'link'));
  const strangers = ['', 'e'.repeat(64)].map((secret) =>
    spawn('sleep', ['86400'], {
      ...{ detached: true, stdio: 'ignore' },
      env: { PATH: process.env.PATH, ...(secret !== '' && { BACKCAST_SECRET: secret }) },
    }),
  );
  return {
    harm: () => [
      ...(readFileSync(file, 'utf8') === 'precious' ? [] : ['the file was changed']),
      ...strangers.flatMap(({ pid = 0 }) =>
        listed(pid)?.name === 'sleep' ? [] : ['a stranger was ended'],
      ),
    ],
    end: async () => {
      for (const one of strangers) {
        one.kill('SIGKILL');
        if (one.exitCode === null && one.signalCode === null) await once(one, 'exit');
      }
    },
  };
}
