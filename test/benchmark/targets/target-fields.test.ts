import { expect, it, describe as law } from 'vitest';
import { targets } from '../../../src/benchmark/targets/target-fields.ts';
import { describe } from '../../../src/problem.ts';
import { declarationOf } from '../../../src/scenario/docs/declaration.ts';
import { fromIssues } from '../../../src/scenario/reading/from-issue.ts';
import { parseSource } from '../../../src/scenario/reading/source.ts';

/** The targets of a text, or all problems with them, one a line and without their places. */
function read(text: string) {
  const source = parseSource(text, 'plan.yaml');
  const result = targets.safeParse(source.value);
  if (result.success) return result.data;
  return fromIssues(result.error.issues, source).map(({ place: _, ...problem }) =>
    describe(problem),
  );
}

const VAULT = `vault:
  ssh: backup@vault.example
  path: /srv/backups
  identity: ~/.ssh/id_bench
  known-hosts: ./known_hosts
`;
const CLOUD = `cloud:
  s3: https://s3.example.com/
  bucket: tests
  access-key: { env: AWS_ACCESS_KEY_ID }
  secret-key: { file: ./secret }
`;

law('the targets of a plan', () => {
  it('are read with their defaults', () => {
    expect(read(`disk: local\n${VAULT}${CLOUD}`)).toEqual({
      disk: { kind: 'local', limit: null },
      vault: {
        ...{ kind: 'ssh', user: 'backup', host: 'vault.example', port: 22, path: '/srv/backups' },
        ...{ identity: '~/.ssh/id_bench', knownHosts: './known_hosts', limit: null },
      },
      cloud: {
        ...{ kind: 's3', endpoint: 'https://s3.example.com', bucket: 'tests', prefix: '' },
        ...{ region: 'us-east-1', limit: null },
        accessKey: { kind: 'environment', name: 'AWS_ACCESS_KEY_ID' },
        secretKey: { kind: 'file', path: './secret' },
      },
    });
  });

  it('are read with all that can be said of them', () => {
    const slow = 'slow: { local: true, limit: 20 MB/s }\n';
    const vault = `${VAULT.replace('./known_hosts', 'first-use')}  port: 2222\n  limit: 1 MiB/s\n`;
    const near = CLOUD.replace('cloud:', 'near:').replace('https:', 'http:');
    const counting = `${near}  count-requests: true\n`;
    const cloud = `${CLOUD}  prefix: a/b\n  region: eu-west-1\n  limit: 80 Mbit/s\n`;
    expect(read(slow + vault + cloud + counting)).toMatchObject({
      slow: { kind: 'local', limit: 20e6 },
      vault: { port: 2222, knownHosts: null, limit: 2 ** 20 },
      cloud: { prefix: 'a/b', region: 'eu-west-1', limit: 1e7 },
      near: { endpoint: 'http://s3.example.com', countRequests: true },
    });
  });

  it.each([
    ['/', '/'],
    ['/srv//backups/', '/srv/backups'],
  ])('have a path without needless slashes: %s', (written, path) => {
    expect(read(VAULT.replace('/srv/backups', written))).toMatchObject({ vault: { path } });
  });

  it('are the same whether or not it is said that requests are not counted', () => {
    // The hash of a plan, by which its runs are known, is of this text.
    const said = read(`${CLOUD}  count-requests: false\n`);
    expect(JSON.stringify(said)).toBe(JSON.stringify(read(CLOUD)));
  });

  it.each([
    ['disk: elsewhere', 'disk: "elsewhere" is not one of the choices; write local'],
    ['disk: { shh: me@host }', 'disk.shh: is not a field here; did you mean ssh?'],
    ['disk: { local: true, limit: fast }', 'disk.limit: "fast" is not a rate'],
    ['disk: { local: true, limit: 0 B/s }', 'disk.limit: must be more than 0'],
    ['disk: { local: false }', 'disk.local: false is not one of the choices; write true'],
    [VAULT.replace('backup@', ''), 'vault.ssh: is not a user and a host'],
    [VAULT.replace('backup@', '-oProxyCommand=x@'), 'vault.ssh: is not a user and a host'],
    [VAULT.replace('vault.example', 'h:22'), 'vault.ssh: is not a user and a host'],
    [VAULT.replace('/srv/backups', 'backups'), 'vault.path: is not a path'],
    [VAULT.replace('/srv/backups', '/srv/../etc'), 'vault.path: is not a path'],
    [VAULT.replace('/srv/backups', '/srv/$(id)'), 'vault.path: is not a path'],
    [VAULT.replace('/srv/backups', '"/srv/a b"'), 'vault.path: is not a path'],
    [`${VAULT}  port: 70000`, 'vault.port: must be at most 65535'],
    [`${VAULT}  bucket: x`, 'vault.bucket: is not a field here'],
    [VAULT.replace(/ {2}identity.*\n/, ''), 'vault.identity: is missing'],
    [CLOUD.replace('https:', 'ftp:'), 'cloud.s3: is not the address of a service'],
    [CLOUD.replace('com/', 'com:99999'), 'cloud.s3: is not the address of a service'],
    [CLOUD.replace('com/', 'com/bucket'), 'cloud.s3: is not the address of a service'],
    [CLOUD.replace('tests', 'Tests'), 'cloud.bucket: is not the name of a bucket'],
    [`${CLOUD}  count-requests: true`, 'cloud.count-requests: needs a service over http'],
    [`${CLOUD}  count-requests: perhaps`, 'cloud.count-requests: '],
    [`${VAULT}  count-requests: true`, 'vault.count-requests: is not a field here'],
    [`${CLOUD}  prefix: /a`, 'cloud.prefix: is not a plain prefix'],
    [`${CLOUD}  prefix: a/../b`, 'cloud.prefix: is not a plain prefix'],
  ])('are refused: %j', (text, message) => {
    const problems = read(text);
    expect(problems).toHaveLength(1);
    expect(problems).toMatchObject([expect.stringContaining(message)]);
  });

  it.each(['identity', 'known-hosts'])('have no key in the place of its file: %s', (field) => {
    const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r\n-----END';
    for (const pasted of [key, key.replaceAll('\n', ' '), 'b3BlbnNz\naC1r', '']) {
      const vault = VAULT.replace(
        new RegExp(`${field}: .*`),
        `${field}: ${JSON.stringify(pasted)}`,
      );
      const [problem = '', ...others] = read(vault) as string[];
      expect([problem.split(';')[0], others]).toEqual([
        `vault.${field}: is not the path of a file`,
        [],
      ]);
      expect(problem).not.toContain('b3Blb');
    }
  });

  it('tell all that is wrong with them at once', () => {
    const vault = VAULT.replace('backup@', '')
      .replace('/srv', 'srv')
      .replace(/ {2}id.*\n/, '');
    expect(read(`disk: 7\n${vault}${CLOUD.replace('tests', 'T')}`)).toHaveLength(5);
  });
});

law('secrets', () => {
  const SECRET = 'wJalrXUtnFEMI/K7MDENG';

  it.each([
    [`${CLOUD.replace('{ file: ./secret }', SECRET)}`, 'cloud.secret-key: is a secret in the plan'],
    [CLOUD.replace('{ file: ./secret }', `{ env: ${SECRET} }`), 'secret-key.env: is not the name'],
    [CLOUD.replace('//', `//me:${SECRET}@`), 'cloud.s3: is not the address'],
  ])('in a plan are refused and not repeated: %#', (text, message) => {
    const problems = read(text);
    expect(problems).toMatchObject([expect.stringContaining(message)]);
    expect(JSON.stringify(problems)).not.toContain(SECRET);
  });
});

law('the declaration', () => {
  it('tells the reference page of every way to write a target', () => {
    const { content } = declarationOf(targets);
    if (content.kind !== 'named' || content.of.content.kind !== 'choice') throw new Error();
    const ways = content.of.content.options;
    expect(ways.map((way) => way.content.kind)).toEqual(['value', 'fields', 'fields', 'fields']);
    for (const way of ways) {
      if (way.content.kind !== 'fields') continue;
      for (const { declaration } of way.content.fields)
        expect(declaration.description).toBeTruthy();
    }
  });
});
