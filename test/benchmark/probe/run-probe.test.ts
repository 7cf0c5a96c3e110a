import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProbeSummary } from '../../../src/benchmark/probe/probe-summary.ts';
import { type ProbeRecord, probe } from '../../../src/benchmark/records/probe.ts';
import type { DeclaredS3, DeclaredSsh } from '../../../src/benchmark/targets/declared-target.ts';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../../cli/captured.ts';
import { type Benched, type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { available, programPath } from '../../support/programs/require.ts';
import { sharedS3 } from '../../support/servers/shared-s3.ts';
import { s3Ground, sshGround } from '../../support/servers/target-grounds.ts';

// No dataset is there, and no tool: a probe needs neither.
const PLAN = `datasets: { mine: { directory: none-such } }
tools: { x: { command: { backup: [none-such], restore: [none-such] } } }
`;

/** Bytes of the smallest objects, of the larger ones that fio is asked for, and of the largest. */
const [SMALL, LARGE, LARGEST] = [4096, 8 * 2 ** 20, 64 * 2 ** 20];

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

const summaryOf = ({ out }: Benched): ProbeSummary => JSON.parse(out);

/** The lines of the newest run, each as its schema has it. */
const records = (): readonly ProbeRecord[] =>
  folder.measurements().lines.map((line) => probe.parse(line));

const leftIn = (path: string) => readdirSync(path).filter((name) => !name.startsWith('.'));

describe('backcast bench --probe', () => {
  it('measures a folder without any tool, writes all down and leaves nothing', async () => {
    const done = await folder.bench(PLAN, '--probe', '--budget', '3s', '--json');
    expect(done.err).toBe('');
    expect(done.code).toBe(0);
    const { opening } = folder.measurements();
    expect(opening).toMatchObject({ purpose: 'probe', tools: {}, datasets: {} });
    const found = records();
    const small = found.filter(({ size, atOnce }) => size === SMALL && atOnce === 16);
    expect(small.map(({ operation }) => operation)).toEqual(['write', 'read', 'delete']);
    for (const { each, seconds, bytes, began } of small) {
      expect(each.length).toBeGreaterThanOrEqual(16);
      expect(bytes).toBe(each.length * SMALL);
      // Sixteen at once: all together they took longer than the clock went on.
      expect(each.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(seconds);
      expect(Date.parse(began)).toBeGreaterThan(Date.UTC(2026, 0));
    }
    const [written, list] = ['write', 'list'].map((operation) =>
      found.find((one) => one.operation === operation && one.atOnce === 4),
    );
    expect(list?.objects).toBe(written?.each.length);
    expect(found.find(({ operation }) => operation === 'read')?.cache?.state).toBe('warm');
    const { rows, format } = summaryOf(done);
    expect(format).toBe('backcast/probe/1');
    const write = rows.find(({ operation, atOnce }) => operation === 'write' && atOnce === 1);
    expect(write?.sizes[0]).toMatchObject({ size: SMALL });
    expect(write?.line?.perObject).toBeGreaterThan(0);
    expect(leftIn(folder.work)).toEqual([`measurements-${opening.run}.jsonl`]);
  });

  it('prints a table, and leaves out what takes longer than there is time', async () => {
    const { out, code } = await folder.bench(PLAN, '--probe', '--budget', '1s');
    expect(code).toBe(0);
    expect(out).toMatch(/disk +write +1 +\d.*s/);
    // A gibibyte, written and read in a second; what else there is no time for is the machine's to say.
    const largest = records().filter(({ size, atOnce }) => size === LARGEST && atOnce === 16);
    expect(largest.map(({ outcome, reason }) => [outcome, reason])).toEqual(
      ['write', 'read', 'delete'].map(() => ['left out', 'for want of time']),
    );
    expect(out).toMatch(/for want of time: disk: \d+ [KM]iB, \d+ at\s+once/);
  });

  it('is discarded where it was broken off, and no run of backups goes on with it', async () => {
    await folder.bench(PLAN, '--probe', '--budget', '0s');
    const { run } = folder.measurements().opening;
    // What a probe that was killed leaves.
    mkdirSync(join(folder.work, run));
    const resumed = await folder.bench(
      'datasets: { a: { files: 3, size: 1 KiB } }\ntools: { tar: {} }',
      '--resume',
    );
    expect(resumed.code).toBe(2);
    expect(resumed.err).toContain(`${run} of "plan", a probe of targets`);
    const discarded = await folder.bench(PLAN, '--discard');
    expect(discarded.code).toBe(0);
    expect(leftIn(folder.work)).toEqual([`measurements-${run}.jsonl`]);
  });

  it.skipIf(!available('sshd', 'a probe of a host'))('measures a host', async () => {
    const ground = await sshGround();
    try {
      const { user, host, port, path, identity, knownHosts } = ground.declared as DeclaredSsh;
      const place = `ssh: ${user}@${host}, port: ${port}, path: ${path}, identity: ${identity}, known-hosts: ${knownHosts}`;
      const plan = `${PLAN}targets: { vault: { ${place} } }`;
      const done = await folder.bench(plan, '--probe', '--budget', '10s', '--json');
      expect(summaryOf(done).failures).toEqual([]);
      expect(done.code).toBe(0);
      const found = records();
      const names = new Set(found.map(({ operation }) => operation));
      expect([...names]).toEqual(['log in', 'round trip', 'write', 'list', 'read', 'delete']);
      const least = (operation: string) => {
        const { each = [] } = found.find((one) => one.operation === operation) ?? {};
        return Math.min(...each);
      };
      // A login is a connection, keys and a program.
      expect(least('log in')).toBeGreaterThan(least('round trip'));
      const list = found.find(({ operation }) => operation === 'list');
      const write = found.find(({ operation }) => operation === 'write');
      expect(list?.objects).toBe(write?.each.length);
      expect(await ground.list()).toEqual([]);
      // A host that loses its folder meanwhile is told in its own words.
      rmSync(path, { recursive: true });
      const lost = await folder.bench(plan, '--probe', '--budget', '3s');
      expect(lost.code).toBe(2);
      expect(lost.err).toMatch(/targets\.vault: .*No such file/);
    } finally {
      await ground.end();
    }
  });

  it.skipIf(!available('ceph', 'a probe of a bucket'))('measures a bucket', async () => {
    const ground = await s3Ground();
    try {
      const { endpoint, bucket, prefix } = ground.declared as DeclaredS3;
      const { accessKey, secretKey } = await sharedS3();
      writeFileSync(join(folder.path, 'access'), accessKey);
      writeFileSync(join(folder.path, 'secret'), secretKey);
      const keys = 'access-key: { file: access }, secret-key: { file: secret }';
      const place = `s3: '${endpoint}', bucket: ${bucket}, prefix: ${prefix}, ${keys}`;
      const plan = `${PLAN}targets: { vault: { ${place}, count-requests: true } }`;
      const { host, out } = captured();
      // A relay on the way would be measured too.
      const relay = () => Promise.reject(new Error('a probe goes straight to the service'));
      const argv = ['bench', folder.plan(plan), '--work', folder.work, '--json'];
      const code = await main([...argv, '--probe', '--budget', '10s'], { ...host, relay });
      expect([code, JSON.parse(out()).failures]).toEqual([0, []]);
      const found = records();
      const names = new Set(found.map(({ operation }) => operation));
      expect([...names]).toEqual(['write', 'list', 'read', 'delete', 'write in parts']);
      const list = found.find(({ operation }) => operation === 'list');
      const write = found.find(({ operation }) => operation === 'write');
      expect(list?.objects).toBe(write?.each.length);
      expect(await ground.list()).toEqual([]);
    } finally {
      await ground.end();
    }
  });
});

/** Seconds that fio takes at least to write a large file and to flush it. */
function leastOfFio(path: string): number {
  mkdirSync(path);
  const told = execFileSync(
    programPath('fio'),
    [
      ...['--name=probe', `--directory=${path}`, '--rw=write', '--ioengine=psync'],
      ...['--nrfiles=20', `--filesize=${LARGE}`, `--bs=${LARGE}`, '--fsync=1'],
      ...['--create_on_open=1', '--openfiles=1', '--file_service_type=sequential'],
      ...['--refill_buffers', '--output-format=json'],
    ],
    { encoding: 'utf8' },
  );
  rmSync(path, { recursive: true });
  const [{ write, sync }] = JSON.parse(told).jobs;
  return (write.clat_ns.min + sync.lat_ns.min) / 1e9;
}

/** Seconds that a probe takes at least for the same. */
async function leastOfProbe(): Promise<number> {
  await folder.bench(PLAN, '--probe', '--budget', '4s');
  const found = records().find(({ operation, size }) => operation === 'write' && size === LARGE);
  return Math.min(...(found?.each ?? []));
}

it.skipIf(!available('fio', 'a probe beside fio'))(
  'writes as fast as fio does, and no faster',
  async () => {
    // Others on the machine only ever add, so the least of all rounds is compared.
    let [ours, theirs] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < 10; round++) {
      theirs = Math.min(theirs, leastOfFio(join(folder.path, 'fio')));
      ours = Math.min(ours, await leastOfProbe());
      if (ours > theirs / 3 && ours < theirs * 3) return;
    }
    expect(ours).toBeGreaterThan(theirs / 3);
    expect(ours).toBeLessThan(theirs * 3);
  },
);
