import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { programPath } from '../programs/require.ts';
import { ownedFolder } from '../trees/owned-folder.ts';
import { freePort, type ServerProcess, startServer, untilItListens } from './server-process.ts';

/** An sshd that belongs to a test, with keys of its own; it lets in whoever runs the test. */
export interface SshServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Files: the private key that it lets in, and its own key as `known_hosts` has it. */
  readonly identity: string;
  readonly knownHosts: string;
  /** A folder for backups on the host; it is there and empty. */
  readonly folder: string;
  /** What it has to say, for tests that fail. */
  log(): string;
  /** Ends it and the sessions that it has, as a power failure would. */
  kill(): Promise<void>;
  /** Ends it and removes all that belongs to it. */
  stop(): Promise<void>;
}

/** Where it stands, if not on loopback: see `network-namespace.ts`. */
export interface Surroundings {
  readonly host: string;
  /** What goes before the program to put it there. */
  readonly launcher: readonly string[];
  /** Done as soon as it has been started. */
  readonly connect: (pid: number) => Promise<void>;
}

/** Starts an sshd on a free port; it ends with this process at the latest. */
export async function startSshServer(surroundings?: Surroundings): Promise<SshServer> {
  const own = ownedFolder('sshd');
  const host = surroundings?.host ?? '127.0.0.1';
  const port = await freePort();
  for (const key of ['host', 'client']) {
    const file = join(own, key);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', key, '-f', file]);
  }
  const [kind, key] = readFileSync(join(own, 'host.pub'), 'utf8').split(' ');
  writeFileSync(join(own, 'known_hosts'), `[${host}]:${port} ${kind} ${key}\n`);
  writeFileSync(join(own, 'sshd_config'), configuration(own, port, surroundings));
  const folder = join(own, 'backups');
  mkdirSync(folder);
  // Only root's sshd asks for it, and it is gone after each start of a container.
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true, mode: 0o755 });
  const sshd = programPath('sshd');
  const [program = sshd, ...args] = [
    ...(surroundings?.launcher ?? []),
    ...[sshd, '-D', '-e', '-f', join(own, 'sshd_config')],
  ];
  const server: ServerProcess = startServer(program, args, join(own, 'log'));
  const stop = async () => {
    await server.kill();
    rmSync(own, { recursive: true, force: true });
  };
  try {
    await surroundings?.connect(server.pid);
    await untilItListens(server, { host, port });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...{ host, port, folder, stop, user: userInfo().username },
    ...{ identity: join(own, 'client'), knownHosts: join(own, 'known_hosts') },
    log: server.log,
    kill: server.kill,
  };
}

const configuration = (own: string, port: number, surroundings?: Surroundings): string =>
  [
    `Port ${port}`,
    `ListenAddress ${surroundings ? '0.0.0.0' : '127.0.0.1'}`,
    `HostKey ${join(own, 'host')}`,
    `AuthorizedKeysFile ${join(own, 'client.pub')}`,
    // Its folder lies below one that everybody may write to.
    'StrictModes no',
    'AuthenticationMethods publickey',
    'PermitRootLogin prohibit-password',
    'UsePAM no',
    'PidFile none',
    'MaxStartups 100',
    'LogLevel VERBOSE',
    'Subsystem sftp internal-sftp',
    '',
  ].join('\n');
