import type { Fault, Host, Outcome } from '../../../host/host.ts';
import type { SshRepository } from '../../targets/repository.ts';
import { callRemote } from '../../targets/ssh-call.ts';
import { sshCommand, sshLogin } from '../../tools/ssh-command.ts';
import type { Objects } from '../objects.ts';
import { bytesAt, PACKET } from './packets.ts';
import { type Asked, AT_END, openSftp, type Sftp } from './sftp.ts';

/** What the objects of a host need: the folder in which they are to lie, and a place to start in. */
export interface HostFolder {
  readonly host: Host;
  readonly work: Parameters<typeof callRemote>[0]['work'];
  readonly access: SshRepository;
}

/** Bytes that one request writes or reads: what every server takes. */
const PIECE = 32 * 1024;
/** Requests under way for one file that is read. */
const AHEAD = 64;
/** How to open: for reading; for writing as a new file. */
const [READ, WRITE_NEW] = [{ u32: 0x01 }, { u32: 0x02 | 0x08 | 0x20 }];
const NO_ATTRIBUTES = { u32: 0 };

const DONE: Outcome<void> = { ok: true, value: undefined };

/**
 * Objects as files of a host, all over one connection, as tools have it. Writing and reading a file
 * that fits into one request take two round trips each, as a file is opened first.
 *
 * @returns a fault with ssh's own words where the host refuses or has no SFTP.
 */
export async function sftpObjects(folder: HostFolder): Promise<Outcome<Objects>> {
  const { host, work, access } = folder;
  const [program = '', ...options] = sshCommand(access);
  const started = await host.processes.converse({
    program,
    args: [...options, '-s', sshLogin(access), 'sftp'],
    cwd: work.path,
    env: { PATH: host.environment('PATH') ?? '', HOME: work.path, LC_ALL: 'C' },
  });
  if (!started.ok) return { ...started, reason: `ssh cannot be started: ${started.reason}` };
  const opened = await openSftp(started.value);
  if (!opened.ok) return opened;
  const sftp = opened.value;
  const pathOf = (name: string) => `${access.path}/${name}`;
  return {
    ok: true,
    value: {
      write: (name, content) => write(sftp, pathOf(name), content),
      read: (name, size) => read(sftp, pathOf(name), size),
      list: () => list(sftp, access.path),
      remove: async (name) => {
        const gone = await sftp.ask(PACKET.remove, pathOf(name));
        return gone.ok ? DONE : gone;
      },
      logIn: () => callRemote({ host, work, access, trusting: false }, { words: ['true'] }),
      roundTrip: () => sftp.ask(PACKET.realPath, '.'),
      writeInParts: null,
      close: () => sftp.close(),
    },
  };
}

async function write(sftp: Sftp, path: string, content: Uint8Array): Promise<Outcome<void>> {
  const opened = await sftp.ask(PACKET.open, path, WRITE_NEW, NO_ATTRIBUTES);
  if (!opened.ok) return opened;
  const handle = bytesAt(opened.value.body, 0);
  // All is sent without waiting for answers, as a server takes what a session asks in its order.
  const asked: Asked[] = [];
  for (let at = 0; at < content.length; at += PIECE) {
    const piece = content.subarray(at, at + PIECE);
    asked.push(await sftp.send(PACKET.write, handle, { u64: at }, piece));
  }
  if (sftp.flushes) asked.push(await sftp.send(PACKET.extended, 'fsync@openssh.com', handle));
  asked.push(await sftp.send(PACKET.close, handle));
  const answers = await Promise.all(asked.map(({ answer }) => answer));
  return answers.find(isFault) ?? DONE;
}

async function read(sftp: Sftp, path: string, size: number): Promise<Outcome<number>> {
  const opened = await sftp.ask(PACKET.open, path, READ, NO_ATTRIBUTES);
  if (!opened.ok) return opened;
  const handle = bytesAt(opened.value.body, 0);
  let [next, bytes] = [0, 0];
  const worker = async (): Promise<Fault | undefined> => {
    while (next < size) {
      const at = next;
      next += PIECE;
      const answer = await sftp.ask(PACKET.read, handle, { u64: at }, { u32: PIECE });
      if (!answer.ok) return answer;
      bytes += answer.value.body.readUInt32BE();
    }
    return undefined;
  };
  const ahead = Math.min(AHEAD, Math.ceil(size / PIECE));
  const faults = await Promise.all(Array.from({ length: ahead }, worker));
  // Nothing hangs on this answer.
  await sftp.send(PACKET.close, handle);
  return faults.find((fault) => fault !== undefined) ?? { ok: true, value: bytes };
}

async function list(sftp: Sftp, path: string): Promise<Outcome<number>> {
  const opened = await sftp.ask(PACKET.openDirectory, path);
  if (!opened.ok) return opened;
  const handle = bytesAt(opened.value.body, 0);
  let names = 0;
  for (;;) {
    const answer = await sftp.ask(PACKET.readDirectory, handle);
    if (answer.ok) names += answer.value.body.readUInt32BE();
    else {
      await sftp.send(PACKET.close, handle);
      return answer.code === AT_END ? { ok: true, value: names - ITSELF_AND_ABOVE } : answer;
    }
  }
}

/** `.` and `..`, which every listing has. */
const ITSELF_AND_ABOVE = 2;

const isFault = (outcome: Outcome<unknown>): outcome is Fault => !outcome.ok;
