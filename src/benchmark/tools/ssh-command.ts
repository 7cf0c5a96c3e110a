import type { SshRepository } from '../targets/repository.ts';

/**
 * The ssh client with its options; the host follows. It reads neither the user's nor the system's
 * configuration, uses one key and one known host, and never prompts. No argument needs quoting, so
 * rsync, borg and restic can split the string joined by spaces.
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
  // Detects an unreachable or lost host within half a minute.
  ...['-o', 'ConnectTimeout=15'],
  ...['-o', 'ServerAliveInterval=10'],
  ...['-o', 'ServerAliveCountMax=3'],
];

/**
 * The same client, which tells at its end how much it moved. borg and restic no longer listen then;
 * rsync passes it on.
 */
export const tellingSshCommand = (repository: SshRepository): readonly string[] => [
  ...sshCommand(repository),
  ...['-o', 'LogLevel=VERBOSE'],
];

/** The ssh destination, e.g. `me@host`. */
export const sshLogin = ({ user, host }: SshRepository): string => `${user}@${host}`;
