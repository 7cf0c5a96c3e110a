import { posix } from 'node:path';
import type { Host, WorkDirectory } from '../../host/host.ts';
import { type Problem, ProblemsFound } from '../../problem.ts';
import { planFile } from '../plan-file.ts';
import { counted } from './counted.ts';
import type { DeclaredS3, DeclaredSsh, DeclaredTarget } from './declared-target.ts';
import { localTarget } from './local.ts';
import { needsPassphrase } from './needs-passphrase.ts';
import type { SshRepository } from './repository.ts';
import { s3Target } from './s3.ts';
import { readSecret } from './secret.ts';
import { sshTarget } from './ssh.ts';
import type { Target } from './target.ts';

/** The user of a target: a run. */
export interface TargetUser {
  readonly host: Host;
  readonly work: WorkDirectory;
  /** The run's unique name: letters, digits, dots, hyphens and underscores. */
  readonly run: string;
  /** The target's name in the plan. */
  readonly name: string;
  /** The plan's folder, to which its paths are relative. */
  readonly folder: string;
}

/**
 * Prepares a declared target: reads its secrets and finds its files. Contacts no host or service
 * and makes nothing before `open`.
 *
 * @throws ProblemsFound with everything that is missing.
 */
export async function useTarget(declared: DeclaredTarget, user: TargetUser): Promise<Target> {
  switch (declared.kind) {
    case 'local':
      return localTarget({ ...user, limit: declared.limit });
    case 'ssh':
      return useSsh(declared, user);
    case 's3':
      return useS3(declared, user);
  }
}

/**
 * Characters allowed in paths on the ssh command line, which tools receive as one string and split.
 */
const UNBROKEN = /^[A-Za-z0-9/._@%+=:,-]+$/;

async function useSsh(declared: DeclaredSsh, user: TargetUser): Promise<Target> {
  const { host, work, name, folder } = user;
  const find = (path: string) => planFile(host, folder, path);
  const trusting = declared.knownHosts === null;
  const identity = find(declared.identity);
  const knownHosts =
    declared.knownHosts === null
      ? posix.join(work.path, `known-hosts-${name}`)
      : find(declared.knownHosts);
  const files = [
    { field: 'identity', path: identity, isThere: host.files.lstat(identity).ok },
    {
      field: 'known-hosts',
      path: knownHosts,
      isThere: trusting || host.files.lstat(knownHosts).ok,
    },
  ];
  const key = await host.files.read(identity, KEY_LIMIT);
  const isLocked = key.ok && needsPassphrase(Buffer.from(key.value).toString('latin1'));
  const problems = files.flatMap(({ field, path, isThere }): Problem[] => [
    ...(isThere
      ? []
      : [{ path: field, message: `${path} is not there`, hint: 'name a file that is' }]),
    ...(UNBROKEN.test(path)
      ? []
      : [
          { path: field, message: `${path} has letters that command lines break at`, hint: BREAKS },
        ]),
  ]);
  if (isLocked) {
    const message = `${identity} has a passphrase, and nobody is there to type it`;
    problems.push({ path: 'identity', message, hint: UNLOCKED });
  }
  if (problems.length > 0) {
    throw new ProblemsFound(
      problems.map((problem) => ({ ...problem, path: `targets.${name}.${problem.path}` })),
    );
  }
  const { host: address, port, user: login, path } = declared;
  const access: SshRepository = {
    ...{ kind: 'ssh', user: login, host: address, port, path },
    ...{ identity, knownHosts },
  };
  return sshTarget({ ...user, access, trusting, limit: declared.limit });
}

const KEY_LIMIT = 100_000;

const UNLOCKED = 'name a key of its own for benchmarks, made without one: ssh-keygen -N "" -f FILE';

const BREAKS =
  'tools take the command of ssh as one line: put the file, or the work directory, where the path has letters, digits and /._- only';

async function useS3(declared: DeclaredS3, user: TargetUser): Promise<Target> {
  const { host, name, folder } = user;
  const resolve = (path: string) => planFile(host, folder, path);
  const read = (source: DeclaredS3['accessKey'], field: string) =>
    readSecret(source, { host, resolve, field: `targets.${name}.${field}` });
  const accessKey = await read(declared.accessKey, 'access-key');
  const secretKey = await read(declared.secretKey, 'secret-key');
  if (!accessKey.ok || !secretKey.ok) {
    const problems = [accessKey, secretKey].flatMap((result) => (result.ok ? [] : result.problems));
    throw new ProblemsFound(problems);
  }
  const { endpoint, region, bucket, prefix } = declared;
  const keys = { accessKey: accessKey.value, secretKey: secretKey.value };
  const store = await host.objectStore({ endpoint, region, bucket, ...keys });
  const access = { kind: 's3', endpoint, region, bucket, prefix, ...keys } as const;
  const target = s3Target({ ...user, store, access, limit: declared.limit });
  return declared.countRequests ? counted(target, () => host.relay(endpoint)) : target;
}
