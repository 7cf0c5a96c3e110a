import { once } from 'node:events';
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Outcome } from '../outcome.ts';
import type { Relay } from '../relay.ts';
import { fault, faultOf } from './fault.ts';

const HTTP_PORT = 80;

/** More than any service takes; a longer head would not be counted. */
const LONGEST_HEAD = 1 << 20;

/**
 * See `Host.relay`. Bytes pass as they are, connection for connection, so that nothing that a
 * signature covers can change, and keep-alive, `Expect` and trailers are between the two ends.
 * Requests are counted in a copy of what is sent.
 */
export async function relay(endpoint: string): Promise<Outcome<Relay>> {
  const { hostname, port } = new URL(endpoint);
  const service = { host: hostname, port: Number(port || HTTP_PORT), allowHalfOpen: true };
  const passed = { requests: 0, sent: 0, received: 0 };
  const sockets = new Set<Socket>();
  const counter = requestCounter(() => {
    passed.requests += 1;
  });
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const upstream = connect(service);
    for (const socket of [client, upstream]) {
      sockets.add(socket.unref().setNoDelay());
      socket.once('close', () => sockets.delete(socket));
    }
    const copy = copyFor(counter);
    client.on('data', (bytes) => {
      passed.sent += bytes.length;
      if (!copy.destroyed) copy.push(bytes);
    });
    client.once('close', () => copy.destroy());
    upstream.on('data', (bytes) => {
      passed.received += bytes.length;
    });
    join(client, upstream);
  });
  try {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  } catch (error) {
    return faultOf(error);
  }
  server.unref();
  return {
    ok: true,
    value: {
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      traffic: () => ({ ...passed }),
      close: () => {
        server.close();
        for (const socket of sockets) socket.destroy();
      },
    },
  };
}

/** Passes on what each side sends, its end, and that it broke off. */
function join(client: Socket, upstream: Socket): void {
  let isConnected = false;
  upstream.once('connect', () => {
    isConnected = true;
  });
  client.pipe(upstream).pipe(client);
  // A connection that merely ended would pass for a whole answer of no known length.
  client.on('error', () => upstream.resetAndDestroy());
  client.once('close', () => upstream.destroy());
  upstream.on('error', (error: NodeJS.ErrnoException) => {
    if (isConnected) client.resetAndDestroy();
    // What the client still sends is read, as it would not read an answer otherwise.
    else client.resume().end(unreachable(error));
  });
}

/** The answer of a gateway, as a connection that ends without one tells nobody why. */
function unreachable({ code = 'EPROTO' }: NodeJS.ErrnoException): string {
  const words = `the relay does not reach the service: ${fault(code).reason}\n`;
  const head = ['HTTP/1.1 502 Bad Gateway', 'Connection: close', 'Content-Type: text/plain'];
  return [...head, `Content-Length: ${words.length}`, '', words].join('\r\n');
}

/** Node's own HTTP server, which listens nowhere: it reads copies, and its answers are dropped. */
function requestCounter(count: () => void): HttpServer {
  const options = { maxHeaderSize: LONGEST_HEAD, requireHostHeader: false };
  return createHttpServer(options, (request, response) => {
    count();
    request.on('error', () => {});
    request.resume().once('end', () => response.end());
  });
}

/** A stream into a counter, to be given what a client sends. */
function copyFor(counter: HttpServer): Duplex {
  const copy = new Duplex({
    read: () => {},
    write: (_answer, _encoding, done) => done(),
  });
  // What is no HTTP is passed on all the same, and not counted.
  copy.on('error', () => {});
  counter.emit('connection', copy);
  return copy;
}
