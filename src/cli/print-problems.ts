import { jsonText } from '../escape.ts';
import type { Host } from '../host/host.ts';
import { describe, type Problem } from '../problem.ts';
import { counted } from './counted.ts';
import type { Terminal } from './terminal.ts';

/** So many are printed in full; of more, only the first ones, since nobody reads on. */
const MOST = 100;
const FIRST = 50;

/**
 * Prints problems: for people one a line on standard error, of more than 100 the first 50, then how
 * many there are; with `--json` all of them as one object of the format `backcast/problems/1` on
 * standard output.
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
  const shown = problems.length > MOST ? problems.slice(0, FIRST) : problems;
  for (const problem of shown) to.terminal.line(describe(problem));
  const more = problems.length - shown.length;
  if (more > 0) to.terminal.line(`... and ${more} more; --json prints all of them`);
  to.terminal.line(to.terminal.red(counted(problems.length, 'problem')));
}

const plain = ({ path, message, hint, place }: Problem) => ({ path, message, hint, ...place });
