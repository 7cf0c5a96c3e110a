import type { PointResult } from '../../src/report/result/result.ts';
import type { OracleCase } from './cases.ts';
import { DAY, written } from './dates.ts';
import { present, simulated, strategyOf } from './front-door.ts';
import {
  type DateInputs,
  type GenerationInputs,
  generationDates,
  generationKeep,
  generationScenario,
  type KeepCase,
  keepScenario,
  lookName,
  POINT_DIALECTS,
  pointsOf,
  retentionInputs,
  strategyName,
} from './retention-scenario.ts';
import { type Verdict, verdicts } from './verdict.ts';

/** Puts a retention case through the front door and holds every expected field. */
export async function runRetentionCase(one: OracleCase): Promise<readonly Verdict[]> {
  const inputs = retentionInputs.parse(one.inputs);
  if (inputs.dialect === 'generations') {
    return verdicts(one.expected, await generationAnswers(inputs), one.tolerance);
  }
  const expected = inNewestFirst(one.expected);
  return verdicts(expected, await dateAnswers(inputs, expected), one.tolerance);
}

/** What each dialect keeps, newest first: time and reasons. */
export async function keptBy(
  options: KeepCase,
): Promise<ReadonlyMap<string, readonly PointResult[]>> {
  const result = await simulated(keepScenario(options));
  return new Map(
    options.dialects.map((name) => {
      const { points } = strategyOf(result, strategyName(name));
      return [name, [...present(points.list, 'list of points')].reverse()];
    }),
  );
}

/** Lists of points are sets; they are held in one order. */
function inNewestFirst(expected: OracleCase['expected']): OracleCase['expected'] {
  const dateOf = (entry: unknown): string =>
    typeof entry === 'string' ? entry : (entry as { date: string }).date;
  return Object.fromEntries(
    Object.entries(expected).map(([field, value]) => [
      field,
      Array.isArray(value) ? [...value].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1)) : value,
    ]),
  );
}

async function dateAnswers(inputs: DateInputs, expected: OracleCase['expected']) {
  const times = pointsOf(inputs);
  const { dialect } = inputs;
  const dialects = dialect ? [dialect] : POINT_DIALECTS;
  const keep = inputs.keep;
  const all = await keptBy({ dialects, keep, points: times });
  const kept = present(all.get(dialects[0] ?? ''), 'dialect');
  const stays = new Set(kept.map(({ time }) => time));
  const removed = times
    .map(written)
    .filter((time) => !stays.has(time))
    .reverse();
  const counts = Object.keys((expected.keptCountByDialect ?? {}) as object);
  const countOf = (name: string) => [name, all.get(name)?.length];
  const single = { kept: kept.map(likeExpected(expected.kept)), keptCount: kept.length, removed };
  return {
    ...(dialect && single),
    keptCountByDialect: Object.fromEntries(counts.map(countOf)),
  };
}

/** A kept point as the case writes it: its instant, or a mapping with date and rule. */
function likeExpected(expected: unknown) {
  const [example] = Array.isArray(expected) ? expected : [];
  const length = (typeof example === 'string' ? example : example?.date)?.length ?? 20;
  const day = (time: string): string => (length === 10 ? time.slice(0, 10) : time);
  return ({ time, reasons }: PointResult) =>
    typeof example === 'object' ? { date: day(time), rule: reasons.join(', ') } : day(time);
}

/** The least number that two numbers divide (Euclid). */
function leastMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** What a schedule of generations comes to, read off the state after each run that matters. */
async function generationAnswers(inputs: GenerationInputs) {
  // The pattern of fulls and increments comes again after as many days as both divide.
  const period = leastMultiple(inputs.fullEveryDays ?? 7, inputs.incrementEveryDays ?? 1);
  const { last = 0, within = '0 d' } = generationKeep(inputs) as { last?: number; within?: string };
  const days = (last + 3) * period + Number(within.replace(' d', '')) * 2;
  const { fulls } = generationDates(inputs, days);
  const lastLook = (fulls.at(-1) ?? 0) - DAY;
  const phases = Array.from({ length: period }, (_, day) => lastLook - day * DAY).reverse();
  const looks = [...new Set([...fulls, ...phases])].sort((a, b) => a - b);
  const result = await simulated(generationScenario(inputs, days, looks));
  const stateAt = (look: number) =>
    present(strategyOf(result, lookName(look)).points.list, 'list of points');
  const first = written(fulls[0] ?? 0);
  const gone = fulls.findIndex((look) => !stateAt(look).some(({ time }) => time === first));
  const steady = phases.map(stateAt);
  const isFull = ({ kind }: PointResult): boolean => kind.endsWith('full');
  const promised = ({ reasons }: PointResult): boolean => reasons.includes('within');
  const least = (count: (state: readonly PointResult[]) => number) =>
    Math.min(...steady.map(count));
  return {
    maxGenerations: Math.max(...looks.map((look) => stateAt(look).filter(isFull).length)),
    generation1RemovedWhenGenerationIsCreated: gone + 1,
    versionsOfFileChangedDaily: least((state) => state.filter(promised).length),
    versionsOfFileChangedMonthly: least((state) => state.filter(promised).filter(isFull).length),
    oldestSetLivesLongerByUpToDays:
      oldest(steady) - oldest(steady.map((state) => state.filter(promised))),
  };
}

/** The greatest age, in days before the newest point, over all states. */
function oldest(states: readonly (readonly PointResult[])[]): number {
  const ages = states.map((state) => {
    const times = state.map(({ time }) => Date.parse(time));
    return (Math.max(...times) - Math.min(...times)) / DAY;
  });
  return Math.max(...ages);
}
