import type { SshRepository } from '../targets/repository.ts';

/**
 * The ssh client and its arguments up to the host, which comes next: it reads no configuration of
 * the user or the machine, knows one key and one host, and asks nothing. No part needs quoting, so
 * joined by spaces it is what rsync, borg and restic split again.
 *
 * @example
 * [...sshCommand(repository), 'me@host', 'mkdir', '-p', '--', '/srv/backcast-1']
 */
export const sshCommand = (repository: SshRepository): readonly string[] => [
  'ssh',
  ...['-F', 'none'],
  ...['-p', String(repository.port)],
  ...['-i', repository.identity],
  ...['-o', 'IdentitiesOnly=yes'],
  ...['-o', `UserKnownHostsFile=${repository.knownHosts}`],
  ...['-o', 'GlobalKnownHostsFile=/dev/null'],
  ...['-o', 'UpdateHostKeys=no'],
  ...['-o', 'IdentityAgent=none'],
  ...['-o', 'StrictHostKeyChecking=yes'],
  ...['-o', 'BatchMode=yes'],
  // A host that cannot be reached, or is gone, is noticed within half a minute.
  ...['-o', 'ConnectTimeout=15'],
  ...['-o', 'ServerAliveInterval=10'],
  ...['-o', 'ServerAliveCountMax=3'],
];

/** Who logs in where, e.g. `me@host`. */
export const sshLogin = ({ user, host }: SshRepository): string => `${user}@${host}`;
