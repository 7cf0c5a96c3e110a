import type { Fault, Host } from '../host/host.ts';
import type { ProblemsFound } from '../problem.ts';
import { refusal } from './refusal.ts';

/** What a command was given to read: its text, and the name by which problems call it. */
export interface Input {
  /** The path as given; `standard input` for `-`. */
  readonly name: string;
  readonly text: string;
}

/** A scenario larger than this is refused unparsed. */
const INPUT_LIMIT = 16_000_000;

/**
 * Reads FILE, or standard input for `-`, as UTF-8.
 *
 * @throws ProblemsFound when it is missing, too large, a directory, or not UTF-8.
 */
export async function readInput(host: Host, path: string): Promise<Input> {
  const name = path === '-' ? 'standard input' : path;
  const outcome =
    path === '-' ? await host.stdin.read(INPUT_LIMIT) : await host.files.read(path, INPUT_LIMIT);
  if (!outcome.ok) throw unreadable(name, outcome);
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(outcome.value) };
  } catch {
    throw refusal(`${name} is not text in UTF-8`, 'save it as UTF-8');
  }
}

function unreadable(name: string, { code, reason }: Fault): ProblemsFound {
  if (code === 'EFBIG') {
    return refusal(
      `${name} is larger than ${INPUT_LIMIT / 1e6} MB`,
      'a scenario is a few pages of text; is this the right file?',
    );
  }
  const hint = code === 'ENOENT' ? 'check the name' : 'name a file that can be read';
  return refusal(`cannot read ${name}: ${reason}`, hint);
}
