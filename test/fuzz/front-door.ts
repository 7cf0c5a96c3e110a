import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/host/host.ts';
import { result } from '../../src/report/result/result.ts';
import { captured } from '../cli/captured.ts';
import { STEERS } from '../report/hostile.ts';

/** What a command line printed for a text on standard input. */
export interface Printed {
  readonly argv: readonly string[];
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process; `-` among its arguments is the text. */
export async function printedFor(argv: readonly string[], text: string): Promise<Printed> {
  const { host, out, err } = captured();
  const stdin: Host['stdin'] = {
    read: async () => ({ ok: true, value: new TextEncoder().encode(text) }),
  };
  const code = await main(argv, { ...host, stdin });
  return { argv, code, out: out(), err: err() };
}

/** Words that no figure and no sentence holds, but for a document that holds them itself. */
const NO_WORDS = ['NaN', 'Infinity', 'undefined', '[object '];
const TRACE = /^ {4}at .+:\d+:\d+\)?$/mu;

/**
 * What is wrong with what was printed, whatever the text was: another exit code than 0, 2 and 3, a
 * stack trace, a figure that is none, characters that steer a terminal, JSON that breaks its
 * contract, a problem without a place.
 */
export function untidy({ argv, code, out, err }: Printed, text: string): string | null {
  const told = `${argv.join(' ')}: exit ${code}: ${err}${out}`.slice(0, 3000);
  if (![0, 2, 3].includes(code)) return `exit code ${code}: ${told}`;
  const printed = out + err;
  if (TRACE.test(printed)) return `a stack trace: ${told}`;
  if (STEERS.test(printed)) return `characters that steer: ${JSON.stringify(told)}`;
  const lower = text.toLowerCase();
  const word = NO_WORDS.find((one) => printed.includes(one) && !lower.includes(one.toLowerCase()));
  if (word !== undefined && !text.includes('.inf') && !text.includes('.nan')) {
    return `${word} is printed: ${told.slice(0, 200)} … ${around(printed, word)}`;
  }
  if (!argv.includes('--json')) {
    return code === 2 && err === '' ? `refused without a word: ${told}` : null;
  }
  return code === 2 ? unplaced(out, text) : broken(argv, out);
}

const around = (text: string, word: string): string => {
  const place = text.indexOf(word);
  return text.slice(Math.max(0, place - 200), place + 100);
};

/** A result is one by its own declaration. */
function broken(argv: readonly string[], out: string): string | null {
  const read: unknown = JSON.parse(out);
  if (argv[0] !== 'simulate') return null;
  const { error } = result.safeParse(read);
  return error ? `the result breaks its declaration: ${error.message.slice(0, 1000)}` : null;
}

interface Placed {
  readonly path: string;
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

/** Every problem says what is wrong and where, in a line that the text has. */
function unplaced(out: string, text: string): string | null {
  const { problems } = JSON.parse(out) as { readonly problems: readonly Placed[] };
  if (problems.length === 0) return 'refused without a problem';
  const lines = text.split(/\r\n|\r|\n/u).length;
  const odd = problems.find(
    ({ message, line = 0, column = 0 }) => !message || line < 1 || line > lines || column < 1,
  );
  return odd ? `a problem without a place: ${JSON.stringify(odd)}` : null;
}
