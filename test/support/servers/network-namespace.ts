import { execFileSync } from 'node:child_process';
import { readlinkSync } from 'node:fs';
import { until } from '../programs/until.ts';
import { type SshServer, startSshServer } from './ssh-server.ts';

/** What a line takes: as tc writes it, e.g. `40mbit`. */
export interface Line {
  readonly rate: string;
}

/**
 * Starts an sshd on a host of its own, at the other end of a line of limited rate: a network
 * namespace that only the server keeps alive, so that nothing is left of it when the server ends.
 */
export function startDistantSshServer({ rate }: Line): Promise<SshServer> {
  const number = process.pid % 16_000;
  const address = (end: number) => `10.213.${number >> 6}.${(number & 63) * 4 + end}`;
  const near = `bc${process.pid}n`;
  const far = `bc${process.pid}f`;
  const bucket = ['root', 'tbf', 'rate', rate, 'burst', '32kb', 'latency', '200ms'];
  return startSshServer({
    host: address(2),
    launcher: ['unshare', '--net', '--'],
    connect: async (pid) => {
      const inside = ['nsenter', '-t', `${pid}`, '-n'];
      await untilApart(pid);
      for (const [program = '', ...args] of [
        ['ip', 'link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', `${pid}`],
        ['ip', 'address', 'add', `${address(1)}/30`, 'dev', near],
        ['ip', 'link', 'set', near, 'up'],
        ['tc', 'qdisc', 'add', 'dev', near, ...bucket],
        [...inside, 'ip', 'link', 'set', 'lo', 'up'],
        [...inside, 'ip', 'address', 'add', `${address(2)}/30`, 'dev', far],
        [...inside, 'ip', 'link', 'set', far, 'up'],
        [...inside, 'tc', 'qdisc', 'add', 'dev', far, ...bucket],
      ]) {
        execFileSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
      }
    },
  });
}

/** A process is in the namespace of its parent until `unshare` has given it one. */
async function untilApart(pid: number): Promise<void> {
  const net = (of: number | 'self') => readlinkSync(`/proc/${of}/ns/net`);
  await until(() => net(pid) !== net('self'));
}
