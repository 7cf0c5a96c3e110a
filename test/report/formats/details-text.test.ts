import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { asDetails } from '../../../src/report/formats/details-text.ts';
import type { Result } from '../../../src/report/result/result.ts';
import { fixture } from '../fixture.ts';
import { hostileNames, STEERS } from '../hostile.ts';

const ORDER = ['nightly-incremental', 'weekly-full', 'forever-dedup'];

const widest = (text: string): number =>
  Math.max(...text.split('\n').map((line) => stringWidth(line)));

describe('all answers as text', () => {
  it('is never wider than asked, whatever the names, and holds nothing that steers a terminal', () => {
    fc.assert(
      fc.property(
        hostileNames(),
        fc.integer({ min: 60, max: 200 }),
        fc.constantFrom(1, 100),
        (names, columns, trials) => {
          const result = fixture({ names, workloads: names, trials, title: names.join(' ') });
          const text = asDetails(result, { columns });
          expect(widest(text)).toBeLessThanOrEqual(columns);
          expect(text).not.toMatch(STEERS);
        },
      ),
      { numRuns: 25 },
    );
  });

  it.each([80, 160])(
    'begins with what to take and compares side by side in %i columns',
    (columns) => {
      const text = asDetails(fixture(), { columns });
      expect(text).toMatch(/^Finance, 10 TB over 500 km\n/);
      expect(text).toContain('Recommended: nightly-incremental. It meets all 4 objectives');
      expect(text).toMatch(/^ +nightly-(incremental)? +weekly-full +forever-dedup$/m);
      expect(text).toMatch(/^ {2}peak stored +30 TB \(27\.3 TiB\) +65 TB \(59\.1 TiB\) +45 TB/m);
      expect(text).toMatch(/^ {2}objectives met +4 of 4 +1 of 4 +4 of 4$/m);
    },
  );

  it('has the recommended strategy first, and the others as the file lists them', () => {
    const places = (order: readonly string[]): readonly string[] => {
      const text = asDetails(fixture({ order }), { columns: 120 });
      return [...ORDER].sort((a, b) => text.indexOf(`\n${a}\n===`) - text.indexOf(`\n${b}\n===`));
    };
    expect(places(ORDER)).toEqual(['nightly-incremental', 'weekly-full', 'forever-dedup']);
    expect(places([...ORDER].reverse())).toEqual([
      'nightly-incremental',
      'forever-dedup',
      'weekly-full',
    ]);
  });

  it('holds the parts that are asked for, of the strategy that is, in the units that are', () => {
    const text = asDetails(fixture(), {
      columns: 120,
      sections: ['stores', 'defaults'],
      only: 'weekly-full',
      sizes: 'iec',
    });
    expect(text).toContain('\nweekly-full\n===');
    expect(text).not.toContain('\nforever-dedup\n===');
    expect(text).toMatch(/59\.1 TiB/);
    expect(text).not.toMatch(/^ .*\d TB\b/m);
    expect(text).not.toContain('Time per job');
    expect(text).toMatch(/^Storage by store$/m);
    expect(text).toMatch(/^Defaults used$/m);
  });

  it('says with which seed it was played, and how many trials there were', () => {
    expect(asDetails(fixture())).toMatch(/^One run with seed 1$/m);
    const many = asDetails(fixture({ trials: 1000 }));
    expect(many).toContain('1000 trials with seed 1');
    expect(many).toContain('27 to 34.5 TB');
    expect(many).toContain('never in 12.5 %');
  });

  it('breaks names and paths after a dot or a hyphen where it must break them', () => {
    const names = ['nightly-deduplicated', 'nightly-eight-streams', 'weekly-synthetic-fulls'];
    const text = asDetails(fixture({ names }), { columns: 60 });
    expect(text).toMatch(/^ +nightly- +nightly-eight-\n +deduplicated +streams$/m);
    const long = fixture();
    const path = 'strategies.nightly-incremental.with-a-long-name.keep.dialect';
    const source = 'somebody measured it on public dumps of tables and wrote it down';
    const defaults = [{ path, value: 'overlapping', source }];
    const table = asDetails({ ...long, defaults }, { columns: 80 });
    expect(table).toMatch(
      /^ {2}strategies\.nightly-incremental\. .*\n {2}with-a-long-name\.keep\.dialect /m,
    );
  });

  it('has another headline where a strategy meets every objective and keeps nothing', () => {
    const none = { take: null, why: 'x keeps no point', others: [], hangsOn: null };
    const said = (strategies: Result['strategies']): string =>
      asDetails({ ...fixture(), advice: none, strategies });
    const { strategies } = fixture();
    expect(said(strategies)).toContain('No strategy can be recommended: x keeps no point');
    const poor = strategies.filter(({ name }) => name === 'weekly-full');
    expect(said(poor)).toContain('No strategy meets every objective: x keeps no point');
  });

  it('shows instants on the clock of the scenario', () => {
    // 17:00 UTC is 01:00 the next day in Shanghai.
    expect(asDetails(fixture())).toContain('2030-12-30 01:00');
  });

  it('dresses headings and verdicts only when given a style, without moving anything', () => {
    const plain = asDetails(fixture(), { columns: 100 });
    const mark = (open: string) => (text: string) => `\u001b[${open}m${text}\u001b[0m`;
    const style = {
      title: mark('1'),
      heading: mark('1'),
      faint: mark('2'),
      good: mark('32'),
      bad: mark('31'),
    };
    const dressed = asDetails(fixture(), { columns: 100, style });
    expect(dressed).toContain('\u001b[31m1 of 4');
    const bare = stripVTControlCharacters(dressed).replace(/ +$/gm, '');
    expect(bare).toBe(plain);
  });
});
