import type { Host, Writer } from '../../src/host/host.ts';
import { nodeHost } from '../../src/host/node.ts';

/** The real host, except that what is written to its streams is kept for looking at. */
export function captured(
  options: {
    readonly terminal?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
    readonly now?: () => number;
  } = {},
): { readonly host: Host; readonly out: () => string; readonly err: () => string } {
  const written = { out: '', err: '' };
  const writer = (name: 'out' | 'err'): Writer => ({
    isTerminal: options.terminal === true,
    columns: options.terminal ? 80 : undefined,
    write: (text) => {
      written[name] += text;
    },
  });
  const real = nodeHost();
  const host: Host = {
    ...real,
    stdout: writer('out'),
    stderr: writer('err'),
    clock: { ...real.clock, now: options.now ?? real.clock.now },
    environment: (name) => options.environment?.[name],
  };
  return { host, out: () => written.out, err: () => written.err };
}
