import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { until } from '../programs/until.ts';
import { statOf } from '../trees/owned-folder.ts';

/** A server that runs as a child of this process, and cannot outlive it. */
export interface ServerProcess {
  readonly pid: number;
  /** Whether it has ended, by itself or not. */
  hasEnded(): boolean;
  /** What it wrote, the last lines of it. */
  log(): string;
  /** Ends it and all that it started, at once and without asking. */
  kill(): Promise<void>;
}

/**
 * Starts a server in the foreground. The kernel kills it when this process ends, however that
 * ends; and because it is a child, its process id cannot belong to somebody else while it is held.
 *
 * @param logFile takes its standard output and standard error.
 */
export function startServer(
  program: string,
  args: readonly string[],
  logFile: string,
  env: NodeJS.ProcessEnv = process.env,
): ServerProcess {
  const log = openSync(logFile, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], {
    stdio: ['ignore', log, log],
    env,
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const hasEnded = () => child.pid === undefined || isOver(child);
  return {
    pid: child.pid ?? 0,
    hasEnded,
    log: () => readFileSync(logFile, 'utf8').split('\n').slice(-30).join('\n'),
    kill: async () => {
      if (hasEnded()) return;
      // Its children first, while they can still be told by their parent.
      for (const pid of [...descendants(child.pid ?? 0)].reverse()) end(pid);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const isOver = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

/** Process ids of the children of a process, and of theirs. */
export function descendants(pid: number, parents = parentsOfAll()): readonly number[] {
  const children = parents.filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendants(child, parents)]);
}

/** All processes there are, each with its parent. */
function parentsOfAll(): readonly (readonly [number, number])[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0)
    .map((pid) => [pid, Number(statOf(pid)?.[1] ?? 0)]);
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('no port is free');
  return address.port;
}

/**
 * Waits until a server takes connections.
 *
 * @throws with what it wrote, when it ends before.
 */
export async function untilItListens(
  server: ServerProcess,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  await until(async () => server.hasEnded() || (await listens(host, port)));
  if (server.hasEnded()) throw new Error(`nothing listens on ${host}:${port}:\n${server.log()}`);
}

const listens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 1000 });
    const answer = (is: boolean) => () => {
      socket.destroy();
      resolve(is);
    };
    socket
      .once('connect', answer(true))
      .once('error', answer(false))
      .once('timeout', answer(false));
  });
