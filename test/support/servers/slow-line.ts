import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { until } from '../programs/until.ts';
import { ownedFolder } from '../trees/owned-folder.ts';
import { startServer } from './server-process.ts';

/** A line to a port of this machine. */
export interface SlowLine {
  /** The port of loopback at which it begins. */
  readonly port: number;
  /** Bytes a second, each way. */
  readonly rate: number;
  /** Seconds that an answer takes at least. */
  readonly roundTrip: number;
  stop(): Promise<void>;
}

/**
 * Starts a line to a port, where the kernel has none of limited rate and with a delay: a proxy. It
 * takes connections at once; what is sent through them is late.
 */
export async function startSlowLine(
  to: number,
  { rate, roundTrip }: Pick<SlowLine, 'rate' | 'roundTrip'>,
): Promise<SlowLine> {
  const own = ownedFolder('line');
  const log = join(own, 'log');
  const program = join(import.meta.dirname, 'slow-line.mjs');
  const settings = [to, rate, roundTrip / 2].map(String);
  const server = startServer(process.execPath, [program, ...settings], log);
  const said = () => readFileSync(log, 'utf8');
  await until(() => server.hasEnded() || said().includes('\n'));
  const port = Number(said());
  if (!(port > 0)) throw new Error(`no line: ${said()}`);
  const stop = async () => {
    await server.kill();
    rmSync(own, { recursive: true, force: true });
  };
  return { port, rate, roundTrip, stop };
}
