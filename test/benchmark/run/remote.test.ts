import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Measurement } from '../../../src/benchmark/measurement.ts';
import type { DeclaredS3, DeclaredSsh } from '../../../src/benchmark/targets/declared-target.ts';
import { main } from '../../../src/cli/main.ts';
import { captured } from '../../cli/captured.ts';
import { type BenchFolder, benchFolder } from '../../support/bench-run.ts';
import { heldAgainstTruth } from '../../support/held-against-truth.ts';
import { available } from '../../support/programs/require.ts';
import { sharedS3 } from '../../support/servers/shared-s3.ts';
import {
  type Ground,
  s3Ground,
  secretsOf,
  sshGround,
} from '../../support/servers/target-grounds.ts';
import { filesBelow } from '../../support/trees/files-below.ts';

const DATA = `
datasets:
  office: { files: 30, size: { median: 8 KiB, sigma: 1 }, change: { changed: 20 %, added: 10 %, renamed: 5 % } }
levels: [full, unchanged, incremental]
repetitions: 1
`;

/** Requests and bytes stand where a relay counts them, and what is stored is the same. */
function expectCounts(lines: readonly Measurement[]): void {
  for (const line of lines) {
    const { step, kind, level, target, tool, requests, wire, stored, source, added } = line;
    if (target !== 'counted' || ['init', 'remove'].includes(kind)) {
      expect([requests, wire], step).toEqual([null, null]);
      continue;
    }
    expect(requests, step).toBeGreaterThan(0);
    const sent = wire?.sent ?? Number.NaN;
    if (level === 'full') expect(sent, step).toBeGreaterThan(added?.bytes ?? Infinity);
    if (level === 'unchanged' && tool === 'rclone') {
      // It has the service copy what is there already: a request for each file, and few bytes.
      expect(sent, step).toBeLessThan(added?.bytes ?? 0);
      expect(requests, step).toBeGreaterThanOrEqual(source?.files ?? Infinity);
    }
    if (kind === 'restore' && tool === 'rclone') {
      expect(wire?.received, step).toBeGreaterThan(source?.bytes ?? Infinity);
    }
    if (kind !== 'backup' || tool !== 'rclone') continue;
    const direct = lines.find((one) => one.step === step.replace('/counted/', '/bucket/'));
    expect(stored, step).toEqual(direct?.stored);
  }
}

let folder: BenchFolder;
beforeEach(() => {
  folder = benchFolder();
});
afterEach(() => folder.remove());

describe.skipIf(!available(['sshd', 'rsync', 'borg', 'restic'], 'runs that store on a host'))(
  'a run that stores on a host',
  () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await sshGround();
    });
    afterAll(() => ground?.end());

    it('restores all that rsync, borg and restic stored there, and leaves nothing', async () => {
      const { user, host, port, path, identity, knownHosts } = ground.declared as DeclaredSsh;
      const place = `ssh: ${user}@${host}, port: ${port}, path: ${path}, identity: ${identity}, known-hosts: ${knownHosts}`;
      const plan = `${DATA}
tools: { rsync: {}, borg: {}, restic: {} }
targets: { vault: { ${place}, limit: 20 MB/s } }
`;
      const { code, summary } = await folder.bench(plan, '--json', '--require');
      expect(summary().failures).toEqual([]);
      expect(code).toBe(0);
      expect(summary().restores).toMatchObject({ compared: 6, equal: 6 });
      for (const row of summary().rows)
        if (row.kind === 'backup') expect(row.stored?.median).toBeGreaterThan(1e4);
      const { lines } = folder.measurements();
      heldAgainstTruth(lines);
      for (const { kind, level, wire, source, step, tool } of lines) {
        if (tool !== 'rsync' || kind === 'init' || kind === 'remove') expect(wire).toBeNull();
        else {
          const bytes = source?.bytes ?? Number.NaN;
          if (level === 'full') expect(wire?.sent, step).toBeGreaterThan(bytes);
          if (level === 'unchanged') expect(wire?.sent, step).toBeLessThan(bytes / 4);
          if (kind === 'restore') expect(wire?.received, step).toBeGreaterThan(bytes);
        }
      }
      expect(await ground.list()).toEqual([]);
    });

    it('is discarded where that host is gone, which is told with what was left there', async () => {
      const gone = await sshGround();
      const { user, host, port, path, identity, knownHosts } = gone.declared as DeclaredSsh;
      const plan = `${DATA}
tools: { rsync: {} }
targets: { vault: { ssh: ${user}@${host}, port: ${port}, path: ${path}, identity: ${identity}, known-hosts: ${knownHosts} } }
`;
      expect((await folder.bench(plan, '--quiet', '--budget', '1ms')).code).toBe(0);
      const [run = ''] = readdirSync(folder.work).filter((name) => /^\d{8}T/.test(name));
      await gone.end();
      const { code, err } = await folder.bench(plan, '--discard');
      expect([code, readdirSync(folder.work).includes(run)]).toEqual([2, false]);
      expect(err).toContain(`in target vault (${user}@${host}:${path}/backcast-${run}-vault): `);
      expect(err).toContain('all else of the run is removed: remove this by hand');
    });
  },
);

describe.skipIf(!available(['ceph', 'restic', 'rclone'], 'runs that store in buckets'))(
  'a run that stores in a bucket',
  () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await s3Ground();
    });
    afterAll(() => ground?.end());

    it('restores all that restic and rclone stored there, leaves nothing, and tells no secret', async () => {
      const { endpoint, bucket, prefix, accessKey, secretKey } = ground.declared as DeclaredS3;
      const keys = [accessKey, secretKey].map((key) => ('name' in key ? key.name : ''));
      const place = `s3: '${endpoint}', bucket: ${bucket}, prefix: ${prefix}, access-key: { env: ${keys[0]} }, secret-key: { env: ${keys[1]} }`;
      const plan = `${DATA}
tools: { restic: {}, rclone: {} }
targets: { bucket: { ${place} }, counted: { ${place}, count-requests: true } }
`;
      const secrets = secretsOf(await sharedS3());
      const environment = { PATH: process.env.PATH ?? '', ...secrets };
      const { host, out, err } = captured({ environment });
      const argv = ['bench', folder.plan(plan), '--work', folder.work, '--json', '--require'];
      expect([await main(argv, host), JSON.parse(out()).failures]).toEqual([0, []]);
      expect(JSON.parse(out()).restores).toMatchObject({ compared: 8, equal: 8 });
      const { lines } = folder.measurements();
      heldAgainstTruth(lines);
      expectCounts(lines);
      expect(await ground.list()).toEqual([]);
      const secret = Object.values(secrets)[1] ?? 'no secret';
      expect(secret).not.toBe('no secret');
      for (const { path } of filesBelow(folder.path)) {
        expect(readFileSync(path, 'latin1').includes(secret), `${path}`).toBe(false);
      }
      for (const told of [out(), err()]) expect(told).not.toContain(secret);
    });
  },
);
