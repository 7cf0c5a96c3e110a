import type { Conversation, Outcome } from '../../../host/host.ts';
import { bytesAt, type Field, PACKET, type Packet, PacketReader, packet } from './packets.ts';

/** A session of SFTP: requests and their answers, many under way at once. */
export interface Sftp {
  /** Whether the server can be asked to flush a file (`fsync@openssh.com`). */
  readonly flushes: boolean;
  /** Sends a request once there is room for it; its answer comes later. */
  send(type: number, ...fields: readonly Field[]): Promise<Asked>;
  /** Sends a request and waits for its answer. */
  ask(type: number, ...fields: readonly Field[]): Promise<Outcome<Packet>>;
  /** Ends the session. */
  close(): Promise<void>;
}

/** A request that was sent; a refusal is a fault. */
export interface Asked {
  readonly answer: Promise<Outcome<Packet>>;
}

/** Words of the refusals of version 3. */
const STATUS = ['ok', 'end', 'no such file', 'permission denied', 'failure'];

/** The code of the fault that says that there is no more to read. */
export const AT_END = 'sftp end';

/**
 * Begins a session over a running `ssh -s HOST sftp`.
 *
 * @returns a fault with ssh's own words where the host refuses or has no SFTP.
 */
export async function openSftp(conversation: Conversation): Promise<Outcome<Sftp>> {
  const waiting = new Map<number, (answer: Outcome<Packet>) => void>();
  let greeted: (version: Packet | null) => void = () => {};
  const greeting = new Promise<Packet | null>((resolve) => {
    greeted = resolve;
  });
  let lost: Outcome<Packet> | null = null;
  const listen = async () => {
    const reader = new PacketReader();
    for await (const piece of conversation.answers) {
      for (const answer of reader.take(piece)) {
        if (answer.type === PACKET.version) greeted(answer);
        else settle(waiting, answer);
      }
    }
    const said = (await conversation.end()).trim().split('\n').at(-1);
    lost = { ok: false, code: 'lost', reason: `ssh says ${said || 'nothing'}, and has ended` };
    greeted(null);
    for (const answer of waiting.values()) answer(lost);
    waiting.clear();
  };
  const listening = listen();
  await conversation.send(packet(PACKET.init, [{ u32: 3 }]));
  const version = await greeting;
  if (!version) return lost ?? { ok: false, code: 'lost', reason: 'ssh has ended' };
  let next = 0;
  const send: Sftp['send'] = async (type, ...fields) => {
    if (lost) return { answer: Promise.resolve(lost) };
    const id = next++;
    const answer = new Promise<Outcome<Packet>>((resolve) => waiting.set(id, resolve));
    await conversation.send(packet(type, [{ u32: id }, ...fields]));
    return { answer };
  };
  const sftp: Sftp = {
    flushes: version.body.includes('fsync@openssh.com'),
    send,
    ask: async (...request) => (await send(...request)).answer,
    async close() {
      await conversation.end();
      await listening;
    },
  };
  return { ok: true, value: sftp };
}

/** Hands an answer, without its number, to who waits for it. */
function settle(
  waiting: Map<number, (answer: Outcome<Packet>) => void>,
  { type, body }: Packet,
): void {
  const id = body.readUInt32BE();
  const answer = waiting.get(id);
  waiting.delete(id);
  const rest = body.subarray(4);
  const status = type === PACKET.status ? rest.readUInt32BE() : 0;
  if (status === 0) answer?.({ ok: true, value: { type, body: rest } });
  else answer?.(refusal(status, rest));
}

function refusal(status: number, body: Buffer): Outcome<Packet> {
  const word = STATUS[status] ?? `status ${status}`;
  const said = body.length > 8 ? bytesAt(body, 4).toString() : '';
  return { ok: false, code: `sftp ${word}`, reason: `the host says ${said || word}` };
}
