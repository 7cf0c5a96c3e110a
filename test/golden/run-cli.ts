import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** What a user sees of one command. */
export interface Seen {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command as a user would, without a terminal. */
export function runCli(
  args: readonly string[],
  options: { readonly input?: string | Buffer; readonly cwd?: string } = {},
): Seen {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [resolve(ROOT, 'bin/backcast.js'), ...args],
    {
      cwd: options.cwd ?? ROOT,
      input: options.input ?? '',
      env: { ...process.env, NO_COLOR: '1' },
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    },
  );
  return { code: status, stdout, stderr };
}
