import type { Opening } from '../benchmark/measurement.ts';
import { FORETOLD } from './forecast.ts';
import { type Compared, type Score, scoreOf } from './hindcast.ts';
import { machineText } from './mixed.ts';
import type { Profile } from './profile.ts';

/** An interval that holds would do so badly by chance in fewer than one of so many hindcasts. */
const ONE_IN = 1000;
/** Fewest steps of which a share of intervals is judged. */
const LEAST_STEPS = 5;

/** Where records are of another machine, or of tools of another version, than the profile. */
export function strangersIn(profile: Profile, openings: readonly Opening[]): readonly string[] {
  const own = machineText(profile.machine);
  const lines = openings.flatMap(({ run, machine, tools }) => [
    ...(machineText(machine) === own
      ? []
      : [`run ${run} is of another machine: ${machineText(machine)}, not ${own}`]),
    ...Object.entries(tools).flatMap(([name, { title, version }]) => {
      const known = profile.tools[name];
      if (!known || (known.version === version && known.title === title)) return [];
      return [
        `run ${run} used ${title} ${version} as ${name}, not ${known.title} ${known.version}`,
      ];
    }),
  ]);
  return [...new Set(lines)];
}

/** A median error is only wrong where it is above so many times what a perfect forecast would miss. */
const ABOVE_NOISE = 1.2;

/**
 * The largest median error that is accepted: what is asked for, or 1.2 times what a perfect forecast would
 * miss of records as noisy as these, whichever is more.
 *
 * @example allowedError({ least: 0.15 }, 0.1) // 0.18
 */
export const allowedError = ({ least }: Pick<Score, 'least'>, maxError: number): number =>
  Math.max(maxError, ABOVE_NOISE * (least ?? 0));

/**
 * Where forecasts are worse than asked for, or their 90 % intervals hold so seldom that chance alone
 * would hardly do it: over all tools and for each.
 *
 * @param maxError largest median error of work and of bytes that is asked for, as a share; see `allowedError`.
 */
export function hindcastFaults(
  compared: readonly Compared[],
  maxError: number | undefined,
): readonly string[] {
  const inside = compared.filter(({ beyond }) => !beyond);
  const tools = [...new Set(inside.map(({ tool }) => tool))].sort();
  return FORETOLD.filter((figure) => figure !== 'wall').flatMap((figure) => {
    const of = inside.filter((one) => one.figure === figure);
    return [
      ...(figure === 'quiet' ? [] : tooWrong(figure, of, maxError)),
      ...tooNarrow(`${figure} of all tools`, of),
      ...tools.flatMap((tool) =>
        tooNarrow(
          `${figure} of ${tool}`,
          of.filter((one) => one.tool === tool),
        ),
      ),
    ];
  });
}

/** Where more than is asked for is accepted, since a perfect forecast would hardly do better. */
export function widened(compared: readonly Compared[], maxError: number): readonly string[] {
  const inside = compared.filter(({ beyond }) => !beyond);
  return (['work', 'stored'] as const).flatMap((figure) => {
    const score = scoreOf(inside.filter((one) => one.figure === figure));
    const allowed = score ? allowedError(score, maxError) : maxError;
    return allowed > maxError
      ? [
          `${figure}: a median error of ${percent(allowed)} is accepted, ${ABOVE_NOISE} × what noise makes a perfect forecast miss`,
        ]
      : [];
  });
}

function tooWrong(
  figure: string,
  of: readonly Compared[],
  maxError: number | undefined,
): readonly string[] {
  const score = scoreOf(of);
  if (!score || maxError === undefined) return [];
  const allowed = allowedError(score, maxError);
  if (score.error <= allowed) return [];
  const because =
    allowed > maxError ? ` (${ABOVE_NOISE} × what noise makes a perfect forecast miss)` : '';
  return [
    `${figure}: the median error is ${percent(score.error)}, above ${percent(allowed)}${because}`,
  ];
}

function tooNarrow(what: string, of: readonly Compared[]): readonly string[] {
  const known = of.flatMap(({ forecast, measured }) =>
    forecast.most ? [forecast.most.low <= measured && measured <= forecast.most.high] : [],
  );
  const held = known.filter(Boolean).length;
  if (known.length < LEAST_STEPS || binomialTail(held, known.length, 0.9) >= 1 / ONE_IN) return [];
  return [`${what}: ${held} of ${known.length} lie in their 90 % interval, too few for chance`];
}

const percent = (share: number): string => `${Number((share * 100).toPrecision(3))} %`;

/**
 * The probability of at most so many successes.
 *
 * @example
 * binomialTail(0, 2, 0.9) // 0.01
 */
export function binomialTail(successes: number, trials: number, chance: number): number {
  // By logarithms: the first terms of many trials are smaller than any number.
  let term = trials * Math.log1p(-chance);
  let sum = Math.exp(term);
  for (let k = 0; k < successes; k++) {
    term += Math.log(((trials - k) / (k + 1)) * (chance / (1 - chance)));
    sum += Math.exp(term);
  }
  return Math.min(1, sum);
}
