import type { Host } from '../host/host.ts';
import { describe, type Problem } from '../problem.ts';
import { jsonText } from './json-text.ts';
import type { Terminal } from './terminal.ts';

const SHOWN = 50;

/**
 * Prints problems: for people one a line on standard error, at most 50, then how many there are;
 * with `--json` all of them as one object of the format `backcast/problems/1` on standard output.
 */
export function printProblems(
  problems: readonly Problem[],
  to: { readonly host: Host; readonly terminal: Terminal; readonly json: boolean },
): void {
  if (to.json) {
    to.host.stdout.write(
      jsonText({ format: 'backcast/problems/1', problems: problems.map(plain) }),
    );
    return;
  }
  for (const problem of problems.slice(0, SHOWN)) to.terminal.line(describe(problem));
  if (problems.length > SHOWN) to.terminal.line(`... and ${problems.length - SHOWN} more`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  to.terminal.line(to.terminal.red(count));
}

const plain = ({ path, message, hint, place }: Problem) => ({ path, message, hint, ...place });
