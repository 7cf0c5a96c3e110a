import { describe, expect, it } from 'vitest';
import type { Repository } from '../../../src/benchmark/targets/repository.ts';
import { privateHome } from '../../../src/benchmark/tools/private-home.ts';
import type { BackupTool, Invocation, Place, Point } from '../../../src/benchmark/tools/tool.ts';
import { DECLARED_TOOLS } from '../../support/benchmark-tools.ts';

const REPOSITORIES: readonly Repository[] = [
  { kind: 'local', path: '/bench/repository' },
  {
    kind: 'ssh',
    host: 'vault',
    port: 2222,
    user: 'me',
    path: '/srv/backcast-1',
    identity: '/bench/identity',
    knownHosts: '/bench/known_hosts',
  },
  {
    kind: 's3',
    endpoint: 'http://127.0.0.1:7480',
    region: 'default',
    bucket: 'bucket',
    prefix: 'backcast-1/7',
    accessKey: 'the-access-key',
    secretKey: 'the-secret-key',
  },
];

/** Every call of a tool at a place. */
function calls(tool: BackupTool, repository: Repository): readonly Invocation[] {
  const place: Place = { source: '/source', repository, home: '/home', self: [], limit: 1e6 };
  const first: Point = { number: 0, level: 'full', base: null };
  const second: Point = { number: 1, level: 'incremental', base: 0 };
  const points = [first, second];
  return [
    ...(tool.version ? [tool.version(place)] : []),
    ...tool.init(place),
    ...points.flatMap((point) => [
      ...tool.prepare(place, point),
      tool.backup(place, point),
      ...(tool.inspect ? [tool.inspect(place, point)] : []),
      ...tool.restore(place, point, '/into', points),
      ...tool.recover(place, point),
    ]),
    ...tool.recover(place, null),
    ...(tool.check?.(place, points) ?? []),
  ];
}

const pairs = DECLARED_TOOLS.flatMap(({ name, tool }) =>
  REPOSITORIES.filter(({ kind }) => tool.targets.includes(kind)).map((repository) => ({
    name,
    tool,
    repository,
  })),
);

describe.each(pairs)('$name in a repository of kind $repository.kind', ({ tool, repository }) => {
  const all = calls(tool, repository);

  it('has no secret among its arguments', () => {
    for (const { program, args } of all) {
      expect([program, ...args].join(' ')).not.toMatch(/the-(access|secret)-key/);
    }
  });

  it('hands the keys of a service on in the environment', () => {
    const isNeeded = repository.kind === 's3';
    const given = all.flatMap(({ env = {} }) => Object.values(env)).includes('the-secret-key');
    expect(given).toBe(isNeeded);
  });

  it('is started by name, and without a shell', () => {
    for (const { program } of all) expect(program).not.toMatch(/^$|\b(ba|da|z)?sh$|env$/);
  });

  it('reads no configuration of ssh, asks nothing, and waits a while at most', () => {
    const words = all.map(({ args, env }) => [...args, ...Object.values(env ?? {})].join(' '));
    const connected = words.filter((line) => line.includes('vault'));
    expect(connected.length > 0).toBe(repository.kind === 'ssh');
    for (const line of connected) {
      expect(line).toContain('-F none');
      expect(line).toContain('BatchMode=yes');
      expect(line).toMatch(/ConnectTimeout=\d\d /);
    }
  });
});

describe('a private home', () => {
  const { folders, env } = privateHome({ home: '/bench/home', path: '/bin', password: 'p' });

  it('has all its places inside', () => {
    expect(folders.length).toBeGreaterThan(5);
    for (const folder of folders) expect(`${folder}/`).toMatch(/^\/bench\/home\//);
    const paths = Object.entries(env).filter(([name]) => /HOME|DIR|XDG/.test(name));
    for (const [, path] of paths) expect(folders).toContain(path);
  });

  it('says in which language, at which place on earth and with which programs', () => {
    expect(env).toMatchObject({ PATH: '/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' });
  });
});
