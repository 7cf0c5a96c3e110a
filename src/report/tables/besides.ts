import { WORST_FIGURES } from '../answer/assumptions/worst-figures.ts';
import { inWords, listed } from '../answer/in-words.ts';
import type { Advice } from '../result/advice.ts';
import type { Result } from '../result/result.ts';

type Others = Advice['others'];
type HangsOn = NonNullable<Advice['hangsOn']>;
type Tried = HangsOn['assumptions'][number];
type End = Tried['ends'][number];

/** So many others are told one by one. */
const MOST_TOLD = 4;

/**
 * What should be known beside a recommendation: what it costs more than the cheapest, what the others
 * break, and the assumption that it hangs on. Empty where nothing is recommended.
 */
export function besidesOf({ advice, strategies }: Result): readonly string[] {
  const { take, others, hangsOn } = advice;
  if (take === null) return [];
  const currency = strategies.find(({ cost }) => cost)?.cost?.currency ?? '';
  const cheapest = cheapestOf(others);
  return [
    ...(cheapest ? [costsMore(cheapest, currency)] : []),
    ...broken(others.filter((one) => one !== cheapest)),
    ...(hangsOn ? hanging(hangsOn, take) : []),
  ];
}

/**
 * The same on one screen, where what the others break stands by itself: what it costs more, and the
 * two assumptions that turn it, or the one that moves it most.
 */
export function brieflyBeside({ advice: { take, others, hangsOn }, strategies }: Result) {
  if (take === null) return [];
  const currency = strategies.find(({ cost }) => cost)?.cost?.currency ?? '';
  const cheapest = cheapestOf(others);
  const turning = hangsOn ? hanging(hangsOn, take) : [];
  return [...(cheapest ? [costsMore(cheapest, currency)] : []), ...turning.slice(0, MOST_TURNING)];
}

const MOST_TURNING = 2;

/** The cheapest of those that cost less than the one to take. */
const cheapestOf = (others: Others): Others[number] | undefined =>
  others.reduce<Others[number] | undefined>(
    (least, one) => ((one.dearer ?? 0) < (least?.dearer ?? 0) ? one : least),
    undefined,
  );

function costsMore({ strategy, dearer, misses }: Others[number], currency: string): string {
  const more = `It costs ${inWords('money', -(dearer ?? 0))} ${currency} a year more`;
  const without = misses.length > 0 ? `, which misses ${listed(misses)}` : '';
  return `${more} than the cheapest, ${strategy}${without}.`;
}

function broken(others: Others): string[] {
  const breaking = others.filter(({ misses }) => misses.length > 0);
  if (breaking.length === 0) return [];
  const told = breaking
    .slice(0, MOST_TOLD)
    .map(({ strategy, misses }) => `${strategy} misses ${listed(misses)}`);
  const left = breaking.length - told.length;
  const more = left > 0 ? `; ${left} more miss something` : '';
  return [`Of the others, ${told.join('; ')}${more}.`];
}

/** Every end that turns the recommendation; where none does, the one that moves it most. */
function hanging({ assumptions, all }: HangsOn, take: string): string[] {
  const turning = assumptions.flatMap((assumption) =>
    assumption.ends
      .filter((end) => end.take !== take)
      .map((end) => `${turnsTo(end, all)} if ${insteadOf(assumption, end)}.`),
  );
  const [first] = assumptions;
  if (turning.length > 0 || !first) return turning;
  const end = first.ends.reduce((a, b) => (ratioOf(b) > ratioOf(a) ? b : a));
  const { name, from, to } = end.figure;
  const shown = (value: number): string => inWords(WORST_FIGURES[name], value);
  return [
    `It hangs most on a number that nobody gave: if ${insteadOf(first, end)}, ${name} is ${shown(to)} instead of ${shown(from)}.`,
  ];
}

function turnsTo({ take }: End, all: boolean): string {
  if (take !== null) return `It turns to ${take}`;
  return all ? 'No strategy meets every objective' : 'It breaks a promise';
}

const insteadOf = ({ what, value }: Tried, end: End): string =>
  `the ${what} is ${end.value} instead of ${value}`;

const ratioOf = ({ figure: { from, to } }: End): number => Math.max(from / to, to / from);
