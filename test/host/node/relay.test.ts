import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { Agent, createServer as createHttp, type Server as HttpServer, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Relay } from '../../../src/host/host.ts';
import { nodeHost } from '../../../src/host/node.ts';
import { ownBuild } from '../../support/programs/own-build.ts';
import { until } from '../../support/programs/until.ts';

const MIB = 2 ** 20;

const build = ownBuild('relay');
afterAll(() => build.remove());

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

async function relayTo(endpoint: string): Promise<Relay> {
  const opened = await nodeHost().relay(endpoint);
  if (!opened.ok) throw new Error(opened.reason);
  ends.push(() => opened.value.close());
  return opened.value;
}

/** Has a server listen on a free port, until the test ends; says where. */
async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A real HTTP server that answers with the length of what it was sent. */
const measuring = (): HttpServer =>
  createHttp(async (asked, answer) => {
    const { length } = await buffer(asked);
    answer.end(String(length));
  });

const portOf = ({ endpoint }: Pick<Relay, 'endpoint'>): number => Number(new URL(endpoint).port);

async function put(relay: Relay, body: Buffer, agent?: Agent): Promise<string> {
  const options = {
    method: 'PUT',
    port: portOf(relay),
    host: '127.0.0.1',
    ...(agent && { agent }),
  };
  const asked = request({ ...options, headers: { 'content-length': body.length } });
  asked.end(body);
  const [answer] = await once(asked, 'response');
  return (await buffer(answer)).toString();
}

/** A client that keeps all it hears. */
function rawClient(relay: Relay): { readonly socket: Socket; readonly heard: () => string } {
  const socket = connect(portOf(relay), '127.0.0.1');
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  socket.on('error', () => {});
  ends.push(() => socket.destroy());
  return { socket, heard: () => Buffer.concat(pieces).toString('latin1') };
}

describe('a relay counts', () => {
  it('each request and each byte of one connection, whatever its body is written as', async () => {
    const relay = await relayTo(await listening(measuring()));
    const { socket, heard } = rawClient(relay);
    const asked = [
      'PUT /a HTTP/1.1\r\nHost: x\r\nContent-Length: 31\r\n\r\nGET /no HTTP/1.1\r\nHost: x\r\n\r\n..',
      'PUT /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nT: 1\r\n\r\n',
      'GET /c HTTP/1.1\r\nHost: x\r\n\r\n',
    ];
    for (const [index, one] of asked.entries()) {
      socket.write(one);
      await until(() => heard().split('HTTP/1.1 200 OK').length === index + 2);
      expect(relay.traffic().requests).toBe(index + 1);
    }
    const answers = heard();
    expect(relay.traffic()).toEqual({
      requests: 3,
      sent: asked.join('').length,
      received: answers.length,
    });
    expect(answers).toMatch(/\r\n31HTTP.*\r\n5HTTP.*\r\n0$/s);
  });

  it('pieces of a request as one, and requests that come at once as many', async () => {
    const relay = await relayTo(await listening(measuring()));
    const { socket, heard } = rawClient(relay);
    const one = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
    for (const letter of one) {
      socket.write(letter);
      await new Promise(setImmediate);
    }
    socket.write(one.repeat(4));
    await until(() => heard().split('HTTP/1.1 200 OK').length === 6);
    expect(relay.traffic()).toMatchObject({ requests: 5, sent: one.length * 5 });
  });

  it('requests of many connections, also of those that are closed, and all of a large body', async () => {
    const relay = await relayTo(await listening(measuring()));
    const agent = new Agent({ keepAlive: true, maxSockets: 4 });
    const body = randomBytes(MIB);
    const answers = await Promise.all(Array.from({ length: 20 }, () => put(relay, body, agent)));
    agent.destroy();
    expect(new Set(answers)).toEqual(new Set([String(MIB)]));
    const { requests, sent, received } = relay.traffic();
    expect(requests).toBe(20);
    expect(sent).toBeGreaterThan(20 * MIB);
    // A head of a request, or an answer, has some hundred bytes.
    expect(sent).toBeLessThan(20 * (MIB + 1000));
    expect(received).toBeLessThan(20 * 1000);
  });

  it('the same as another relay behind it', async () => {
    const second = await relayTo(await listening(measuring()));
    const first = await relayTo(second.endpoint);
    for (const size of [0, 1, 3 * MIB]) {
      expect(await put(first, Buffer.alloc(size))).toBe(String(size));
    }
    expect(first.traffic().requests).toBe(3);
    expect(first.traffic()).toEqual(second.traffic());
  });
});

describe('a relay changes nothing', () => {
  it('of what is asked and answered, and passes on that either side has ended', async () => {
    const ANSWER =
      'HTTP/1.1 299 Odd\r\nx-A: 1\r\nX-a: 2\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\nT: 1\r\n\r\n';
    let taken = '';
    const service = await listening(
      createServer({ allowHalfOpen: true }, (socket) => {
        socket.setEncoding('latin1').on('data', (piece) => {
          taken += piece;
        });
        socket.once('end', () => socket.end(ANSWER));
      }),
    );
    const relay = await relayTo(service);
    const asked =
      'PuT /%7e//a/../b HTTP/1.1\r\nhOST:  signed.example:9 \r\nA: 1\r\na: \xfc\r\n\r\n';
    const socket = connect({ port: portOf(relay), host: '127.0.0.1', allowHalfOpen: true });
    socket.end(asked, 'latin1');
    expect((await buffer(socket)).toString('latin1')).toBe(ANSWER);
    expect(taken).toBe(asked);
    // No server that knows methods would take this one: what is no HTTP passes, and is not counted.
    expect(relay.traffic()).toEqual({ requests: 0, sent: 67, received: ANSWER.length });
  });

  it('of the wait for a 100 Continue', async () => {
    const server = measuring();
    let isWaiting = true;
    server.on('checkContinue', (asked, answer) => {
      isWaiting = false;
      answer.writeContinue();
      server.emit('request', asked, answer);
    });
    const relay = await relayTo(await listening(server));
    const headers = { 'content-length': 4, expect: '100-continue' };
    const asked = request({ method: 'PUT', port: portOf(relay), host: '127.0.0.1', headers });
    asked.flushHeaders();
    await once(asked, 'continue');
    expect(isWaiting).toBe(false);
    asked.end('body');
    const [answer] = await once(asked, 'response');
    expect((await buffer(answer)).toString()).toBe('4');
    expect(relay.traffic().requests).toBe(1);
  });
});

describe('a relay goes on', () => {
  it('where the service is not there: it says so, and counts what was asked', async () => {
    const gone = createServer();
    const endpoint = await listening(gone);
    gone.close();
    await once(gone, 'close');
    const relay = await relayTo(endpoint);
    for (const requests of [1, 2]) {
      expect(await put(relay, Buffer.alloc(MIB))).toBe(
        'the relay does not reach the service: nothing listens there\n',
      );
      expect(relay.traffic()).toMatchObject({ requests, received: 0 });
    }
  });

  it('where the service breaks off, and where the client does', async () => {
    let broken = 0;
    const server = createHttp((asked, answer) => {
      asked.on('error', () => {});
      asked.once('close', () => {
        if (!asked.complete) broken += 1;
      });
      if (asked.url === '/breaks') {
        answer.write('some', () => answer.destroy());
      } else if (asked.url === '/whole') answer.end('whole');
    });
    const relay = await relayTo(await listening(server));
    const ask = (path: string) =>
      request({ port: portOf(relay), host: '127.0.0.1', path, agent: false });
    const [half] = await once(ask('/breaks').end(), 'response');
    await expect(buffer(half)).rejects.toThrow('aborted');
    const { socket } = rawClient(relay);
    socket.write('PUT / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf');
    await until(() => relay.traffic().requests === 2);
    socket.resetAndDestroy();
    await until(() => broken === 1);
    const [whole] = await once(ask('/whole').end(), 'response');
    expect((await buffer(whole)).toString()).toBe('whole');
    expect(relay.traffic().requests).toBe(3);
  });
});

describe('a relay ends', () => {
  it('with all its connections when it is closed', async () => {
    const server = createHttp(() => {});
    const relay = await relayTo(await listening(server));
    const { socket } = rawClient(relay);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => relay.traffic().requests === 1);
    const closed = once(socket, 'close');
    relay.close();
    relay.close();
    await closed;
    const [error] = await once(connect(portOf(relay), '127.0.0.1'), 'error');
    expect(error).toMatchObject({ code: 'ECONNREFUSED' });
    expect(relay.traffic().requests).toBe(1);
  });

  it('with its process, which it keeps no longer, also while something is connected', async () => {
    const service = await listening(createHttp(() => {}));
    const module = pathToFileURL(join(build.folder, 'dist/host/node.js')).href;
    const script = `
      import { connect } from 'node:net';
      import { once } from 'node:events';
      const { nodeHost } = await import(${JSON.stringify(module)});
      const { value } = await nodeHost().relay(${JSON.stringify(service)});
      const socket = connect(new URL(value.endpoint).port, '127.0.0.1');
      socket.write('GET / HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n');
      while (value.traffic().requests === 0) await new Promise((go) => setTimeout(go, 5));
      socket.unref();
      process.stdout.write('over');
    `;
    const args = ['--input-type=module', '--eval', script];
    expect((await promisify(execFile)(process.execPath, args)).stdout).toBe('over');
  });
});
