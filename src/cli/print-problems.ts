import { jsonText } from '../escape.ts';
import type { Host } from '../host/host.ts';
import { describe, type Problem, visible } from '../problem.ts';
import { widthOf } from '../report/formats/text-width.ts';
import { counted } from './counted.ts';
import type { Terminal } from './terminal.ts';

/** So many are printed in full; of more, only the first ones, since nobody reads on. */
const MOST = 100;
const FIRST = 50;

/**
 * Prints problems: for people one a line on standard error, with the line of the file where there are
 * few, of more than 100 the first 50, then how
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
  for (const problem of shown) {
    to.terminal.line(describe(problem));
    if (problems.length <= MOST_QUOTED) for (const line of quoted(problem)) to.terminal.line(line);
  }
  const more = problems.length - shown.length;
  if (more > 0) to.terminal.line(`... and ${more} more; --json prints all of them`);
  to.terminal.line(to.terminal.red(counted(problems.length, 'problem')));
}

/** With more problems than this, their lines would hide them. */
const MOST_QUOTED = 20;
/** Characters of a line that are shown, and those of them that stand before its place at most. */
const SHOWN = 90;
const BEFORE = 50;

/** The line of a problem, and a caret below its place. */
function quoted({ place, line }: Problem): readonly string[] {
  if (!place || line === undefined || line.trim() === '') return [];
  const from = Math.max(0, place.column - 1 - BEFORE);
  const before = visible(line.slice(from, place.column - 1));
  const rest = visible(line.slice(place.column - 1, from + SHOWN));
  return [`    ${before}${rest}`.trimEnd(), `    ${' '.repeat(widthOf(before))}^`];
}

const plain = ({ path, message, hint, place }: Problem) => ({ path, message, hint, ...place });
