import { describe, expect, it } from 'vitest';
import type { Diff, Moved } from '../../../src/report/diff/difference.ts';
import { failuresIn, readFailOn } from '../../../src/report/diff/fail-on.ts';

const side = { scenario: 's', hash: 'h', seed: 1, trials: 1, take: 'a' };
const none: Diff = {
  format: 'backcast/diff/1',
  ...{ old: side, new: side, inputs: [], added: [], removed: [], verdicts: [], figures: [] },
};
const moved = (one: Partial<Moved>): Diff => ({
  ...none,
  figures: [
    { strategy: 'a', figure: 'cost', unit: 'money', old: 100, new: 105, change: 0.05, ...one },
  ],
});

/** What happened of all that the text says must not. */
function failures(text: string, diff: Diff): readonly string[] {
  const read = readFailOn(text);
  if (!read.ok) throw new Error(text);
  return failuresIn(diff, read.value);
}

describe('what must not happen', () => {
  it('is a figure that grows by more than its share', () => {
    expect(failures('cost=+5%', moved({ change: 0.05 }))).toEqual([]);
    expect(failures('cost=+4.9 %', moved({ change: 0.05 }))).toEqual(['a: cost +5 %']);
    expect(failures('peak=+1%', moved({ change: 0.05 }))).toEqual([]);
    expect(failures('window=-1%', moved({ figure: 'window', change: -0.02 }))).toEqual([
      'a: window -2 %',
    ]);
    expect(failures('cost=-1%', moved({ change: 0.05 }))).toEqual([]);
  });

  it('is a figure that has no end any more, or came from nothing', () => {
    expect(failures('rto=+50%', moved({ figure: 'rto', new: null, change: null }))).toEqual([
      'a: rto has no figure any more',
    ]);
    expect(
      failures('loss=+50%', moved({ figure: 'loss', old: 0, new: 0.1, change: null })),
    ).toEqual(['a: loss was nothing']);
  });

  it('is a promise that is broken now, and a recommendation that is gone', () => {
    const turned = { strategy: 'a', promise: 'rto', old: true, new: false };
    const kept = { strategy: 'a', promise: 'rpo', old: false, new: true };
    expect(failures('verdict', { ...none, verdicts: [turned, kept] })).toEqual(['a breaks rto']);
    expect(failures('verdict', { ...none, new: { ...side, take: null } })).toEqual([
      'no strategy is recommended any more',
    ]);
  });

  it.each(['costs=+5%', 'cost', 'cost=5%', 'cost=+5', ''])('is not %s', (text) => {
    expect(readFailOn(text)).toMatchObject({
      ok: false,
      problems: [{ message: `--fail-on ${text} is nothing that can be judged` }],
    });
  });
});
