// Writes the table of what a gate finds into docs/gating.md: `npm run build && node reports/gate-power.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { markdownTable } from 'markdown-table';
import { judge } from '../dist/gate/judge.js';
import { atFirstLook, LAST_DOUBT, looksOf } from '../dist/gate/stages.js';
import { aligned } from '../dist/gate/statistics/alignment.js';
import { labelSwaps } from '../dist/gate/statistics/label-swaps.js';
import { shiftOf } from '../dist/gate/statistics/shift.js';
import { normalQuantile } from '../dist/random/normal-quantile.js';
import { stream } from '../dist/random/stream.js';

const GATES = 1000;
/** Gates of each cell that are held against the gate itself. */
const HELD = 3;
const NOISES = [0.03, 0.05, 0.06, 0.08, 0.1, 0.14, 0.2, 0.28];
const EFFECTS = [0, 0.1, 0.2, 0.3];
const PAIRS = [15, 30];
const ALPHA = 0.01;

const percent = (share) => `${Math.round(share * 100)} %`;

const LIMIT = 0.1;

/**
 * Whether a gate of one metric calls it worse: what `judge` does, without the intervals that take most of
 * its time. The first gates of each cell are held against it.
 */
function isWorse(pairAt, most) {
  const { first, last } = looksOf(1, most);
  const at = (count) => {
    const sides = aligned(
      Array.from({ length: count }, (_, index) => {
        const { before, after } = pairAt(index);
        return { before: Math.log(before), after: Math.log(after) };
      }),
    );
    return { chance: labelSwaps(sides).greater, ratio: Math.exp(shiftOf(sides)) };
  };
  const early = at(first);
  const found = atFirstLook(early.chance, { ratio: early.ratio, limit: LIMIT, tests: 1 });
  if (found !== 'open') return found === 'worse';
  const late = at(last);
  return late.chance <= LAST_DOUBT && late.ratio >= 1 + LIMIT / 2;
}

/** The same by the gate itself. */
function isJudgedWorse(pairAt, most) {
  for (let wanted = 1; ; ) {
    const pairs = Array.from({ length: wanted }, (_, index) => pairAt(index));
    const about = { scenario: '', metric: 'work', limit: LIMIT, clock: 'work', others: [] };
    const judged = judge([{ ...about, pairs }], most);
    if (judged.wanted[0] <= wanted) return judged.judgements[0].verdict === 'worse';
    wanted = judged.wanted[0];
  }
}

/** The share of gates that call one metric worse, with normal noise of a pair. */
function found(noise, effect, most) {
  let worse = 0;
  for (let seed = 0; seed < GATES; seed++) {
    const draw = stream(seed, `power ${noise} ${effect} ${most}`);
    const run = () => Math.exp((noise / Math.SQRT2) * normalQuantile(draw()));
    const pairs = Array.from({ length: most }, () => ({
      before: 10 * run(),
      after: 10 * (1 + effect) * run(),
    }));
    const pairAt = (index) => pairs[index];
    const own = isWorse(pairAt, most);
    if (seed < HELD && own !== isJudgedWorse(pairAt, most)) throw new Error('the gate differs');
    if (own) worse++;
  }
  return worse / GATES;
}

/** What a test finds that knows the noise, at the same chance of a false alarm: no test can find more. */
function ceiling(noise, effect, pairs) {
  const reached = (Math.log1p(effect) * Math.sqrt(pairs)) / noise - normalQuantile(1 - ALPHA);
  // The normal distribution, by halving of its quantile.
  let [low, high] = [0, 1];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < reached) low = middle;
    else high = middle;
  }
  return low;
}

const cell = (noise, effect, pairs) => {
  const share = percent(found(noise, effect, pairs));
  return effect === 0 ? share : `${share} of ${percent(ceiling(noise, effect, pairs))}`;
};

const table = markdownTable(
  [
    [
      'noise of a pair',
      ...PAIRS.flatMap((pairs) =>
        EFFECTS.map(
          (effect) => `${effect === 0 ? 'no change' : `+${percent(effect)}`}, ≤ ${pairs} pairs`,
        ),
      ),
    ],
    ...NOISES.map((noise) => [
      percent(noise),
      ...PAIRS.flatMap((pairs) => EFFECTS.map((effect) => cell(noise, effect, pairs))),
    ]),
  ],
  { align: ['l', ...PAIRS.flatMap(() => EFFECTS.map(() => 'r'))] },
);

const page = new URL('../docs/gating.md', import.meta.url);
const [BEGIN, END] = ['<!-- power: reports/gate-power.mjs -->', '<!-- end of power -->'];
const text = readFileSync(page, 'utf8');
const [before, rest = ''] = text.split(BEGIN);
const after = rest.split(END)[1];
if (after === undefined) throw new Error('docs/gating.md has no place for the table');
writeFileSync(page, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
