import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PutObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type {
  DeclaredS3,
  DeclaredSsh,
  DeclaredTarget,
} from '../../../src/benchmark/targets/declared-target.ts';
import type { Target } from '../../../src/benchmark/targets/target.ts';
import { useTarget } from '../../../src/benchmark/targets/use-target.ts';
import type { Host, WorkDirectory } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import type { S3Service } from './s3-server.ts';
import { freshBucket, s3Client, sharedS3 } from './shared-s3.ts';
import { type SshServer, startSshServer } from './ssh-server.ts';

/** A real target of one kind, as its owner sees it: past backcast. */
export interface Ground {
  readonly declared: DeclaredTarget;
  /** Puts a file there, with a path from the target's base on. */
  put(path: string, content: string): Promise<void>;
  /** Paths of all files there. */
  list(): Promise<readonly string[]>;
  /** Takes away what belongs to it. */
  end(): Promise<void>;
}

/** A work directory in a temporary folder, and the real host. */
export interface Workplace {
  readonly host: Host;
  readonly work: WorkDirectory;
  use(declared: DeclaredTarget, options?: { run?: string; name?: string }): Promise<Target>;
  end(): void;
}

/** Makes a workplace; `secrets` stand in its environment. */
export async function workplace(
  secrets: Readonly<Record<string, string>> = {},
): Promise<Workplace> {
  const folder = mkdtempSync(join(tmpdir(), 'backcast-targets-'));
  const real = nodeHost();
  const host: Host = { ...real, environment: (name) => secrets[name] ?? real.environment(name) };
  const work = await host.openWorkDirectory(join(folder, 'work'));
  await host.processes.noteIn(work);
  return {
    ...{ host, work },
    use: (declared, { run = 'r1', name = 'disk' } = {}) =>
      useTarget(declared, { host, work, run, name, folder }),
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A folder, as ground of a local target or of one behind an sshd on the same machine. */
const inFolder = (base: string): Pick<Ground, 'put' | 'list'> => ({
  put: async (path, content) => {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  },
  list: async () =>
    readdirSync(base, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(base, join(entry.parentPath, entry.name)))
      .sort(),
});

/** The ground of local targets of a workplace: a run has all that it makes in a folder of its own. */
export const localGround = ({ work }: Workplace, run: string): Ground => {
  const base = join(work.path, run, 'targets');
  mkdirSync(base, { recursive: true });
  return { ...inFolder(base), declared: { kind: 'local', limit: null }, end: async () => {} };
};

/** How a plan would declare a target on a server of the tests. */
export const onServer = (server: SshServer): DeclaredSsh => ({
  ...{ kind: 'ssh', user: server.user, host: server.host, port: server.port },
  ...{ path: server.folder, identity: server.identity, knownHosts: server.knownHosts, limit: null },
});

/** The ground of a target behind an sshd of its own. */
export async function sshGround(): Promise<Ground> {
  const server = await startSshServer();
  return { ...inFolder(server.folder), declared: onServer(server), end: server.stop };
}

/** How a plan would declare a bucket of a service of the tests: see `secretsOf`. */
export const inBucket = ({ endpoint }: S3Service, bucket: string, prefix: string): DeclaredS3 => ({
  ...{ kind: 's3', endpoint, bucket, prefix, region: 'us-east-1', limit: null },
  accessKey: { kind: 'environment', name: 'BACKCAST_TEST_ACCESS' },
  secretKey: { kind: 'environment', name: 'BACKCAST_TEST_SECRET' },
});

/** The environment in which such a declaration finds its keys. */
export const secretsOf = ({ accessKey, secretKey }: S3Service) => ({
  BACKCAST_TEST_ACCESS: accessKey,
  BACKCAST_TEST_SECRET: secretKey,
});

/** The ground of a target in a bucket of its own, in the service that all tests share. */
export async function s3Ground(prefix = 'deep/down'): Promise<Ground & { client: S3Client }> {
  const service = await sharedS3();
  const client = s3Client(service);
  const bucket = await freshBucket(client, 'ground');
  const start = prefix === '' ? '' : `${prefix}/`;
  return {
    client,
    declared: inBucket(service, bucket, prefix),
    put: async (path, content) => {
      const Body = Buffer.from(content);
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: start + path, Body }));
    },
    list: async () => {
      const keys: string[] = [];
      for await (const page of paginateListObjectsV2(
        { client },
        { Bucket: bucket, Prefix: start },
      )) {
        keys.push(...(page.Contents ?? []).map(({ Key = '' }) => Key.slice(start.length)));
      }
      return keys.sort();
    },
    end: async () => client.destroy(),
  };
}
