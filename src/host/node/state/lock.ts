import { once } from 'node:events';
import {
  closeSync,
  constants,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  unlinkSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import type { Outcome } from '../../outcome.ts';
import { attempt, faultOf } from '../fault.ts';
import { temporaryName } from '../temporary-name.ts';

/** Folders that this process has locked, or is about to. */
const held = new Map<string, Promise<Outcome<boolean>>>();

/**
 * Locks a folder until this process ends, however it ends; true where this process holds the lock
 * already. False if another process does, whatever namespaces or containers the two are in.
 *
 * Node has no `flock`. What the kernel takes back from a process that was killed, and tells to
 * everyone who sees the folder, is a socket: whoever connects to it learns whether its process
 * lives. Each holder takes the number after the highest one that is there, if the socket of that
 * one is dead. `link` gives a number to one process only; a socket listens before it has a number;
 * and the highest stays in place when its process ends. So numbers never fall, and of those that
 * took one only the last can be alive.
 */
export function lock(folder: string): Promise<Outcome<boolean>> {
  const known = held.get(folder);
  if (known !== undefined) return known;
  const locking = locked(folder);
  held.set(folder, locking);
  locking.then(
    (outcome) => !(outcome.ok && outcome.value) && held.delete(folder),
    () => held.delete(folder),
  );
  return locking;
}

async function locked(folder: string): Promise<Outcome<boolean>> {
  const opened = attempt(() => openSync(folder, constants.O_RDONLY | constants.O_NOFOLLOW));
  if (!opened.ok) return opened;
  // Addresses of sockets have at most 107 bytes: this one is short, however long the path is.
  const short = `/proc/self/fd/${opened.value}`;
  const at = existsSync(short) ? short : folder;
  try {
    const socket = await listening(temporaryName(at));
    if (!socket.ok) return socket;
    const { path, server } = socket.value;
    const taken = await takeNumber(at, path);
    attempt(() => unlinkSync(path));
    if (!taken.ok || !taken.value) server.close();
    // It must not keep the process alive, and answers nothing but that it is there.
    server.unref();
    // Who holds the lock tidies up, and may have met this socket before it had a number.
    return !taken.ok && taken.code === 'ENOENT' ? locked(folder) : taken;
  } finally {
    closeSync(opened.value);
  }
}

async function listening(path: string): Promise<Outcome<{ path: string; server: Server }>> {
  const server = createServer((connection) => connection.destroy());
  try {
    server.listen({ path, exclusive: true });
    await once(server, 'listening');
    server.on('error', () => undefined);
    return { ok: true, value: { path, server } };
  } catch (error) {
    return faultOf(error);
  }
}

async function takeNumber(at: string, socket: string): Promise<Outcome<boolean>> {
  for (;;) {
    const highest = numbersIn(at).at(-1) ?? 0;
    if (highest > 0 && (await isAlive(fileOf(at, highest)))) return { ok: true, value: false };
    const number = highest + 1;
    const taken = attempt(() => linkSync(socket, fileOf(at, number)));
    if (!taken.ok && taken.code !== 'EEXIST') return taken;
    if (!taken.ok) continue;
    const all = numbersIn(at);
    // A number below another one had been taken before, and was removed when its successor came.
    const isBehind = all.at(-1) !== number;
    for (const old of isBehind ? [number] : all.slice(0, -1)) {
      attempt(() => unlinkSync(fileOf(at, old)));
    }
    if (!isBehind) return { ok: true, value: true };
  }
}

const fileOf = (at: string, number: number): string => `${at}/lock.${number}`;

/** Numbers that were taken and not removed yet, ascending. */
const numbersIn = (at: string): readonly number[] =>
  readdirSync(at)
    .flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);

/** Whether the process that made a socket lives: only the kernel's refusal says that it does not. */
async function isAlive(path: string): Promise<boolean> {
  const connection = connect(path);
  try {
    await once(connection, 'connect');
    return true;
  } catch (error) {
    const { code } = faultOf(error);
    return code !== 'ECONNREFUSED' && code !== 'ENOENT';
  } finally {
    connection.destroy();
  }
}
