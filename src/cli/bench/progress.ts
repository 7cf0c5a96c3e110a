import type { Progress } from '../../benchmark/run/run.ts';
import { format } from '../../units/dimension.ts';
import { DURATION } from '../../units/dimensions.ts';
import type { CommandContext } from '../command-context.ts';

/** Without a terminal the progress line cannot be rewritten, so a log gets one at this interval. */
const SECONDS_BETWEEN_LINES = 60;

/** Shows how far a run is, on a line that is rewritten; a log gets a line now and then. */
export function showProgress(context: CommandContext): (so: Progress) => void {
  const { clock, stderr } = context.host;
  let last = clock.elapsed();
  return (so) => {
    context.progress(progressLine(so));
    if (stderr.isTerminal || clock.elapsed() - last < SECONDS_BETWEEN_LINES) return;
    last = clock.elapsed();
    context.note(progressLine(so));
  };
}

function progressLine({ step, over, all, left }: Progress): string {
  const rest = left === null ? '' : `, about ${format(DURATION, Math.ceil(left))} left`;
  return `${over} of ${all} measured${rest}: ${step.id}`;
}
