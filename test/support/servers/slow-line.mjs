// A line of limited rate and with a delay, to a server on this machine: a program of its own, so
// that nobody's work holds its clock up. `node slow-line.mjs PORT RATE DELAY` listens on a free port
// of loopback, which it prints, and passes on to PORT what comes: each way at most RATE bytes a
// second for all connections together, and each byte DELAY seconds later.
import { connect, createServer } from 'node:net';
import { setPriority } from 'node:os';

const [port, rate, delay] = process.argv.slice(2).map(Number);
const now = () => performance.now() / 1000;

// Whoever may, goes before others: a line does not wait for a processor.
try {
  setPriority(-10);
} catch {}

/** Bytes that may wait in a way before its sender is held up: what is on the line, and a queue. */
const ROOM = rate * delay + 256 * 1024;
/** A piece is passed on when all of it is there, so pieces are small. */
const PIECE = 16 * 1024;

/** One way of the line: when it has taken all that was sent so far. */
const newWay = () => ({ free: 0 });
const [there, back] = [newWay(), newWay()];

function pass(way, from, to) {
  let waiting = 0;
  const queue = [];
  let timer;
  const deliver = () => {
    timer = undefined;
    while (queue.length > 0 && queue[0].due <= now()) {
      const { bytes } = queue.shift();
      if (bytes === null) to.end();
      else {
        to.write(bytes);
        waiting -= bytes.length;
      }
    }
    if (waiting < ROOM) from.resume();
    wait();
  };
  const wait = () => {
    if (timer || queue.length === 0) return;
    timer = setTimeout(deliver, Math.max(0, queue[0].due - now()) * 1000);
  };
  from.on('data', (data) => {
    for (let at = 0; at < data.length; at += PIECE) {
      const bytes = data.subarray(at, at + PIECE);
      way.free = Math.max(way.free, now()) + bytes.length / rate;
      queue.push({ bytes, due: way.free + delay });
      waiting += bytes.length;
    }
    if (waiting >= ROOM) from.pause();
    wait();
  });
  from.on('end', () => {
    queue.push({ bytes: null, due: Math.max(way.free, now()) + delay });
    wait();
  });
  from.on('close', () => to.destroySoon?.());
  from.on('error', () => to.destroy());
}

const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
  const far = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
  pass(there, near, far);
  pass(back, far, near);
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.address().port}\n`));
