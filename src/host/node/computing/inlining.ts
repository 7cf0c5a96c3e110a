import { setFlagsFromString } from 'node:v8';

/** Bytecodes of others that V8 puts into a function: its default, and while years are played. */
const USUAL = 920;
const PLAYING = 3000;

/**
 * Lets V8 inline more into what it compiles while this works. See `Host.inliningMore`. The flag is
 * put back, since compiled code is kept from run to run only for the same flags.
 *
 * @example
 * await inliningMore(async () => play(plan))
 */
export async function inliningMore<T>(work: () => Promise<T>): Promise<T> {
  atMost(PLAYING);
  try {
    return await work();
  } finally {
    atMost(USUAL);
  }
}

const atMost = (bytecodes: number): void =>
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${bytecodes}`);
