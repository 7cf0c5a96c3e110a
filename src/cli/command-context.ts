import { resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { type Input, readInput } from './input.ts';
import { refusal } from './refusal.ts';
import type { Terminal } from './terminal.ts';

/** The options that every command understands, wherever they stand on the command line. */
export interface GlobalOptions {
  readonly json?: true;
  readonly output?: string;
  readonly quiet?: true;
}

/** What every command is given. */
export interface CommandContext {
  readonly host: Host;
  /** Whether the result is wanted as JSON; known once the action runs. */
  readonly json: boolean;
  /** The file of `--output`; undefined for standard output. */
  readonly output: string | undefined;
  /** Width of standard output in columns; undefined where it is not a terminal. */
  readonly columns: number | undefined;
  /**
   * Makes an action of a function that gives the exit code: 0 fine, 3 finished but a promise is
   * broken. Problems are thrown as `ProblemsFound`; `main` prints them and ends with 2.
   */
  action<A extends readonly unknown[]>(
    run: (...given: A) => number | Promise<number>,
  ): (...given: A) => Promise<void>;
  /** Reads FILE, or standard input for `-`; problems for whatever cannot be read. */
  input(path: string): Promise<Input>;
  /** Makes sure that the result does not take the place of a file that it is made from. */
  spares(path: string): void;
  /** Writes the result: to standard output, or whole or not at all to the file of `--output`. */
  result(text: string | Iterable<string>): Promise<void>;
  /** Tells people something on standard error, unless `--quiet`. */
  note(line: string): void;
  /** Shows how far the work is, on one line that is rewritten; cheap enough to call often. */
  progress(line: string): void;
}

/** The context of a command; `options` is read late, because it is made before arguments are read. */
export function newCommandContext(
  host: Host,
  terminal: Terminal,
  options: () => GlobalOptions,
  end: (code: number) => void,
): CommandContext {
  const spares = (path: string): void => refuseToReplace(host, path, outputOf(options()));
  return {
    host,
    get json() {
      return options().json === true;
    },
    get output() {
      return outputOf(options());
    },
    columns: host.stdout.columns,
    action:
      (run) =>
      async (...given) => {
        const output = outputOf(options());
        if (output !== undefined) await host.files.checkReplaceable(output);
        end(await run(...given));
        terminal.clear();
      },
    input(path) {
      if (path !== '-') spares(path);
      return readInput(host, path);
    },
    spares,
    async result(text) {
      terminal.clear();
      const output = outputOf(options());
      const pieces = typeof text === 'string' ? [text] : text;
      if (output !== undefined) return host.files.replace(output, encoded(pieces));
      for (const piece of pieces) host.stdout.write(piece);
    },
    note(line) {
      if (!options().quiet) terminal.line(line);
    },
    progress(line) {
      if (!options().quiet) terminal.progress(line);
    },
  };
}

function* encoded(pieces: Iterable<string>): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}

/** The file of `--output`; `-` is standard output, as everywhere. */
const outputOf = ({ output }: GlobalOptions): string | undefined =>
  output === '-' ? undefined : output;

function refuseToReplace({ files }: Host, path: string, output: string | undefined): void {
  if (output === undefined) return;
  const [input, target] = [files.realPath(path), files.realPath(output)];
  const isSame = input.ok && target.ok && input.value === target.value;
  if (!isSame && resolve(path) !== resolve(output)) return;
  throw refusal(
    `--output ${output} is a file that this run reads or writes itself`,
    'write the result to another file',
  );
}
