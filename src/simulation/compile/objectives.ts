import type { Scenario } from '../../scenario/scenario.ts';
import { parseInstant } from '../../units/calendar.ts';
import { parseStated } from '../../units/dimension.ts';
import { DURATION } from '../../units/dimensions.ts';
import { fraction, type Seconds, seconds } from '../../units/quantity.ts';
import type { Objectives } from '../plan/objectives.ts';
import { type CompileLog, noteDefault } from './compile-log.ts';
import { amountIn, type Currency } from './cost.ts';
import { definedOnly } from './defined-only.ts';
import type { Timeline } from './triggers.ts';

/** The objectives of a scenario, with those that always hold. */
export function resolveObjectives(
  compileLog: CompileLog,
  { objectives = {} }: Scenario,
  currency: Currency,
  timeline: Timeline,
): Objectives {
  const { cost, schedule, confidence, 'protected-by': protectedBy, ...others } = objectives;
  if (schedule === undefined) {
    noteDefault(compileLog, 'objectives.schedule', '100 %', 'every backup and copy that is due');
  }
  const limit = amountIn(compileLog, currency, 'objectives.cost', cost);
  return {
    ...definedOnly(others),
    schedule: schedule ?? fraction(1),
    confidence: confidence ?? fraction(0.95),
    ...(cost && { cost: limit }),
    ...(protectedBy && { protectedBy: untilFrom(compileLog, timeline, protectedBy) }),
  };
}

/** Seconds from the start to a date, or a length of time as it stands; an earlier date is a problem. */
function untilFrom({ problems }: CompileLog, { start, calendar }: Timeline, text: string): Seconds {
  const instant = parseInstant(text, calendar.zone);
  if (instant !== undefined && instant < start) {
    problems.push({
      path: 'objectives.protected-by',
      message: `${text} lies before the start: nothing is protected by then`,
      hint: 'write a later date, or a length of time such as 10 d',
    });
  }
  if (instant !== undefined) return seconds(Math.max(0, instant - start));
  const length = parseStated(DURATION, text);
  return length.ok ? length.value : seconds(0);
}
