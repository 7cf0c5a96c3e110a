import { describe, expect, it } from 'vitest';
import { casesOf, nameOf, ownCases } from './cases.ts';
import { keptBy } from './retention-answers.ts';
import { POINT_DIALECTS, pointsOf, retentionInputs } from './retention-scenario.ts';
import { runCase } from './run-case.ts';
import { failures } from './verdict.ts';

const cases = casesOf('retention-dates');

describe('which points the rules keep', () => {
  for (const one of cases) {
    it(nameOf(one), async () => {
      expect(failures(await runCase('retention-dates', one))).toEqual([]);
    });
  }

  it.skipIf(!ownCases)('all cases of the file are there', () => {
    expect(cases.map(({ id }) => id).sort()).toEqual(
      'B1 B2a B2b B2c B2d B2e B3a B3b B6a B6b B8a B8b'.split(' '),
    );
  });

  // A rule that keeps the newest point of a week gives up the others of that week, also the last
  // day of a month that would have stood for its month later.
  it.skipIf(!ownCases)(
    'the same points stay if rules run after every point, but for one',
    async () => {
      const differing: string[] = [];
      for (const { id, inputs: given } of cases) {
        const inputs = retentionInputs.parse(given);
        if (inputs.dialect === 'generations') continue;
        const { dialect, keep } = inputs;
        const options = {
          dialects: dialect ? [dialect] : POINT_DIALECTS,
          keep,
          points: pointsOf(inputs),
        };
        const once = await keptBy(options);
        const every = await keptBy({ ...options, prune: 'every time' });
        for (const [name, kept] of once) {
          const times = (list = kept) => list.map(({ time }) => time).join();
          expect(every.get(name)?.length, `${id} ${name}`).toBe(kept.length);
          if (times(every.get(name)) !== times()) differing.push(`${id} ${name}`);
        }
      }
      expect(differing).toEqual(['B6a exclusive']);
    },
  );
});
