import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { DeclaredS3, DeclaredSsh } from '../../../src/benchmark/targets/declared-target.ts';
import { ProblemsFound } from '../../../src/problem.ts';
import { available } from '../../support/programs/require.ts';
import { freshBucket, s3Client, sharedS3 } from '../../support/servers/shared-s3.ts';
import { type SshServer, startSshServer } from '../../support/servers/ssh-server.ts';
import {
  inBucket,
  onServer,
  secretsOf,
  type Workplace,
  workplace,
} from '../../support/servers/target-grounds.ts';

let place: Workplace;
afterEach(() => place?.end());

/** What opening a target ends with: the problems, one a line. */
async function problemsOf(declared: DeclaredSsh | DeclaredS3): Promise<string> {
  const opened = place.use(declared, { name: 'vault' }).then((target) => target.open('new'));
  const error = await opened.then(
    () => new Error('it opened'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ProblemsFound)) throw error;
  for (const { hint, path } of error.problems) {
    expect(hint).toBeTruthy();
    expect(path).toMatch(/^targets\.vault/);
  }
  return error.problems.map(({ path, message }) => `${path}: ${message}`).join('\n');
}

describe.skipIf(!available('sshd', 'hosts that refuse'))('a host', () => {
  let server: SshServer;
  beforeAll(async () => {
    server = await startSshServer();
  });
  afterAll(() => server?.stop());

  const withKey = (name: string, passphrase = ''): string => {
    const file = join(place.work.path, '..', name);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-f', file]);
    return file;
  };

  it('that does not know the key says so', async () => {
    place = await workplace();
    const declared = { ...onServer(server), identity: withKey('wrong') };
    expect(await problemsOf(declared)).toMatch(/ssh says .*Permission denied \(publickey\)/);
  });

  it('is not asked with a key that has a passphrase', async () => {
    place = await workplace();
    const declared = { ...onServer(server), identity: withKey('locked', 'secret') };
    expect(await problemsOf(declared)).toMatch(
      /^targets.vault.identity: .*locked has a passphrase/,
    );
  });

  it('with another key than it should have is not spoken to', async () => {
    place = await workplace();
    const wrong = readFileSync(`${withKey('other')}.pub`, 'utf8');
    const knownHosts = join(place.work.path, '..', 'known_hosts');
    writeFileSync(knownHosts, `[${server.host}]:${server.port} ${wrong}`);
    const said = await problemsOf({ ...onServer(server), knownHosts });
    expect(said).toMatch(/the key of the host is not the one in .*known_hosts: find out why/);
    expect(said).toMatch(/ssh says .*Host key verification failed/);
    expect(said).not.toContain('ssh-keygen');
    writeFileSync(knownHosts, '');
    expect(await problemsOf({ ...onServer(server), knownHosts })).toMatch(
      /ssh says .*(No .*host key is known|Host key verification failed)/,
    );
  });

  it('is believed at first where the plan says so, and no other in its place later', async () => {
    place = await workplace();
    const declared: DeclaredSsh = { ...onServer(server), knownHosts: null };
    const target = await place.use(declared, { name: 'vault' });
    await target.open('new');
    const { knownHosts } = target.repositoryFor('1') as { knownHosts: string };
    expect(readFileSync(knownHosts, 'utf8')).toContain(`[${server.host}]:${server.port}`);
    expect((await target.close()).ok).toBe(true);
    const wrong = readFileSync(`${withKey('other')}.pub`, 'utf8');
    writeFileSync(knownHosts, `[${server.host}]:${server.port} ${wrong}`);
    expect(await problemsOf(declared)).toMatch(/Host key verification failed/);
  });

  it('without the folder says so in its own words', async () => {
    place = await workplace();
    const declared = { ...onServer(server), path: `${server.folder}/none` };
    expect(await problemsOf(declared)).toMatch(/the host says mkdir: .*No such file or directory/);
  });

  it('that is not there is a problem', async () => {
    place = await workplace();
    expect(await problemsOf({ ...onServer(server), port: 1 })).toMatch(/Connection refused/);
    // An address of no network; some answer for it that there is no way, others never answer.
    expect(await problemsOf({ ...onServer(server), host: '192.0.2.1' })).toMatch(
      /ssh says .*(timed out|unreachable|refused)/,
    );
  });

  it('is not asked where files are missing or cannot be named to tools', async () => {
    place = await workplace();
    const declared = { ...onServer(server), identity: './no key', knownHosts: './none' };
    const said = (await problemsOf(declared)).split('\n');
    expect(said).toMatchObject([
      expect.stringMatching(/^targets\.vault\.identity: .*no key is not there/),
      expect.stringMatching(/^targets\.vault\.identity: .*no key has letters/),
      expect.stringMatching(/^targets\.vault\.known-hosts: .*none is not there/),
    ]);
  });
});

describe.skipIf(!available('ceph', 'services that refuse'))('a service', () => {
  const bucketOf = async () => {
    const service = await sharedS3();
    const client = s3Client(service);
    const bucket = await freshBucket(client, 'faults');
    client.destroy();
    return { service, declared: inBucket(service, bucket, '') };
  };

  it('without the bucket says so in its own words', async () => {
    const { service, declared } = await bucketOf();
    place = await workplace(secretsOf(service));
    expect(await problemsOf({ ...declared, bucket: 'nobodys' })).toMatch(
      /cannot be used: the service says NoSuchBucket/,
    );
  });

  it('that does not know the keys says so, without them', async () => {
    const { service, declared } = await bucketOf();
    place = await workplace(secretsOf({ ...service, secretKey: 'another-secret' }));
    const said = await problemsOf(declared);
    expect(said).toMatch(/the service says SignatureDoesNotMatch/);
    expect(said).not.toContain('another-secret');
  });

  it('is not asked without keys; they may come from files', async () => {
    const { service, declared } = await bucketOf();
    place = await workplace({});
    const secretKey = { kind: 'file', path: './secret' } as const;
    expect(await problemsOf({ ...declared, secretKey })).toBe(
      'targets.vault.access-key: the variable BACKCAST_TEST_ACCESS is not set\n' +
        'targets.vault.secret-key: ./secret cannot be read: it does not exist',
    );
    place.end();
    place = await workplace({ BACKCAST_TEST_ACCESS: service.accessKey });
    writeFileSync(join(place.work.path, '..', 'secret'), `${service.secretKey}\n`);
    const target = await place.use({ ...declared, secretKey });
    await target.open('new');
    expect(await target.close()).toEqual({ ok: true, value: undefined });
  });
});
