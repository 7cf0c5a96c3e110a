import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../programs/until.ts';
import { ownedFolder } from '../trees/owned-folder.ts';
import { freePort, type ServerProcess, startServer, untilItListens } from './server-process.ts';

/** An S3 service that belongs to tests: where it is, and the keys of its only user. */
export interface S3Service {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

/** A service, to be stopped by whoever started it. */
export interface S3Server extends S3Service {
  /** Ends it and removes all that belongs to it. */
  stop(): Promise<void>;
}

/** Bytes that it holds at most, in memory; a full one makes writers wait for ever. */
const ROOM = 2 ** 32;

/** Times that it is begun anew, from nothing, before it is said not to start. */
const ATTEMPTS = 3;

/**
 * Starts Ceph's S3 gateway over one monitor and one storage daemon that keeps all in memory. It
 * takes ten seconds or so, and ends with this process at the latest. On a busy machine a port is
 * taken by another test in between, or a monitor refuses what it has not read yet: then it is begun
 * anew.
 *
 * @throws with what its daemons wrote at the last attempt, where one of them does not start.
 */
export async function startS3Server(): Promise<S3Server> {
  for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
    try {
      return await startOnce();
    } catch {
      // Begun anew; what the last attempt throws is told.
    }
  }
  return startOnce();
}

async function startOnce(): Promise<S3Server> {
  const own = ownedFolder('s3');
  const running: ServerProcess[] = [];
  const stop = async () => {
    for (const server of running.reverse()) await server.kill();
    rmSync(own, { recursive: true, force: true });
  };
  try {
    return { ...(await startDaemons(own, running)), stop };
  } catch (error) {
    const logs = running.map((server) => server.log()).join('\n');
    await stop();
    throw new Error(`the S3 service does not start: ${(error as Error).message}\n${logs}`);
  }
}

async function startDaemons(own: string, running: ServerProcess[]): Promise<S3Service> {
  const [monitorPort, port] = [await freePort(), await freePort()];
  const [cluster, disk] = [randomUUID(), randomUUID()];
  const file = join(own, 'ceph.conf');
  for (const folder of ['disk', 'gateway', 'run', 'log']) mkdirSync(join(own, folder));
  writeFileSync(file, configuration({ own, cluster, monitorPort, port }));
  const call = (program: string, ...args: string[]) =>
    promisify(execFile)(program, ['-c', file, ...args]);
  const start = (program: string, ...args: string[]) => {
    const server = startServer(program, ['-f', '-c', file, ...args], join(own, 'log', program));
    running.push(server);
    return server;
  };
  const map = join(own, 'monmap');
  const monitor = ['--addv', 'a', `[v1:127.0.0.1:${monitorPort}]`, '--fsid', cluster];
  execFileSync('monmaptool', ['--create', ...monitor, map], { stdio: 'ignore' });
  await call('ceph-mon', '-i', 'a', '--mkfs', '--monmap', map);
  const asked = start('ceph-mon', '-i', 'a');
  await untilItListens(asked, { host: '127.0.0.1', port: monitorPort });
  await call('ceph', 'osd', 'new', disk);
  await call('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', disk);
  // A monitor that is still reading what it knows refuses to be asked: the storage is not up yet.
  const isUp = () =>
    call('ceph', 'osd', 'stat', '--format', 'json').then(
      ({ stdout }) => JSON.parse(stdout).num_up_osds === 1,
      (error: Error) => {
        if (asked.hasEnded()) throw error;
        return false;
      },
    );
  await persistently(() => start('ceph-osd', '-i', '0'), isUp);
  const gateway = start('radosgw', '-n', 'client.gateway');
  const keys = { accessKey: 'backcast-access', secretKey: `secret-${randomUUID()}` };
  await untilItListens(gateway, { host: '127.0.0.1', port });
  await call(
    'radosgw-admin',
    ...['user', 'create', '--uid=backcast', '--display-name=backcast'],
    ...[`--access-key=${keys.accessKey}`, `--secret=${keys.secretKey}`],
  );
  return { endpoint: `http://127.0.0.1:${port}`, ...keys };
}

/**
 * Starts a storage daemon, again where it gives up: now and then it speaks before the monitor has
 * told it which cluster it is in, is refused for that (`wrong fsid`), and ends.
 */
async function persistently(
  start: () => ServerProcess,
  isUp: () => Promise<boolean>,
): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const server = start();
    await until(async () => server.hasEnded() || (await isUp()));
    if (!server.hasEnded()) return;
  }
  throw new Error('its storage gives up again and again');
}

interface Cluster {
  readonly own: string;
  readonly cluster: string;
  readonly monitorPort: number;
  readonly port: number;
}

const configuration = ({ own, cluster, monitorPort, port }: Cluster): string => `[global]
fsid = ${cluster}
mon_host = v1:127.0.0.1:${monitorPort}
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_bind_msgr2 = false
ms_bind_ipv6 = false
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_data = ${own}/monitor
osd_data = ${own}/disk
osd_objectstore = memstore
memstore_device_bytes = ${ROOM}
rgw_data = ${own}/gateway
rgw_frontends = beast endpoint=127.0.0.1:${port} tcp_nodelay=1
rgw_dns_name = 127.0.0.1
rgw_gc_obj_min_wait = 1
rgw_gc_processor_period = 5
rgw_gc_processor_max_time = 5
run_dir = ${own}/run
admin_socket = ${own}/run/$name.asok
log_file = ${own}/log/$name.log
`;
