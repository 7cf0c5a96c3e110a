import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/problem.ts';
import { pathOf } from '../../../src/scenario/reading/locator.ts';
import { readScenario } from '../../../src/scenario/reading/read.ts';
import { type Declared, declaredScenario } from '../../support/arbitraries/scenario-arbitrary.ts';
import { type Written, writtenFields } from '../../support/declared-paths.ts';
import { problemsIn } from '../../support/problems-in.ts';
import { writeScenario } from '../../support/write-scenario.ts';

type Steps = Written['steps'];
type Parent = Record<string | number, unknown>;

/** A copy in which something is done to the mapping that holds a field. */
function changed(declared: Declared, steps: Steps, change: (parent: Parent, key: string) => void) {
  const copy: unknown = structuredClone(declared);
  const parent = steps.slice(0, -1).reduce((value, step) => (value as Parent)[step], copy);
  change(parent as Parent, String(steps.at(-1)));
  return copy;
}

/** A field of a scenario, by chance. */
const withField = declaredScenario({ files: true }).chain((declared) =>
  fc.record({ declared: fc.constant(declared), at: fc.constantFrom(...writtenFields(declared)) }),
);

/** What stands in the text at the place of a problem. */
const textAt = (text: string, { place }: Problem): string =>
  text.split('\n')[(place?.line ?? 0) - 1]?.slice((place?.column ?? 0) - 1) ?? '';

/** Fields for which true is possible. */
const FLAGS = [
  'merges-duplicates',
  'audit-trail',
  'hot-redundancy',
  'segregated-restore',
  'criticality',
];

describe('laws of reading', () => {
  it('a misspelt field is a problem at its own key', () => {
    fc.assert(
      fc.property(withField, ({ declared, at }) => {
        const text = writeScenario(
          changed(declared, at.steps, (parent, key) => {
            parent[`${key}x`] = parent[key];
            delete parent[key];
          }),
        );
        const path = `${pathOf(at.steps)}x`;
        const found = problemsIn(text).find((problem) => problem.path === path);
        expect(found).toMatchObject({ message: 'is not a field here', hint: /known are/ });
        expect(found && textAt(text, found)).toMatch(new RegExp(`^${at.steps.at(-1)}x:`));
      }),
      { numRuns: 100 },
    );
  });

  it('a field that holds something impossible is a problem at its key, with a message', () => {
    fc.assert(
      fc.property(withField, fc.constantFrom(null, 'true'), ({ declared, at }, impossible) => {
        const isFlag = FLAGS.includes(String(at.steps.at(-1)));
        const text = writeScenario(
          changed(declared, at.steps, (parent, key) => {
            parent[key] = impossible && (isFlag ? 'true' : true);
          }),
        );
        const path = pathOf(at.steps);
        const found = problemsIn(text).find((problem) => problem.path === path);
        expect(found?.message, `${path} in\n${text}`).toMatch(/^(should be|is) |not one of/);
        expect(found?.hint).toMatch(/\w/);
        expect(found && textAt(text, found)).toMatch(new RegExp(`^${at.steps.at(-1)}:`));
      }),
      { numRuns: 150 },
    );
  });

  it('all problems are reported at once', () => {
    const withTwo = declaredScenario().chain((declared) => {
      const fields = writtenFields(declared);
      const field = fc.constantFrom(...fields);
      return fc.record({ declared: fc.constant(declared), first: field, second: field });
    });
    const holds = (a: Steps, b: Steps) => a.every((step, index) => step === b[index]);
    fc.assert(
      fc.property(withTwo, ({ declared, first, second }) => {
        fc.pre(!holds(first.steps, second.steps) && !holds(second.steps, first.steps));
        const spoil = (parent: Parent, key: string) => {
          parent[key] = null;
        };
        const once = changed(declared, first.steps, spoil) as Declared;
        const paths = problemsIn(writeScenario(changed(once, second.steps, spoil)));
        expect(paths.map(({ path }) => path)).toEqual(
          expect.arrayContaining([pathOf(first.steps), pathOf(second.steps)]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('the order of declarations changes nothing', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).map(([key, part]) => [key, reversed(part)]);
      return Object.fromEntries(entries.reverse());
    };
    fc.assert(
      fc.property(declaredScenario({ files: true }), (declared) => {
        const [plain, other] = [declared, reversed(declared)].map((one) =>
          readScenario(JSON.stringify(one), 'law.json'),
        );
        expect(plain?.ok && other?.ok).toBe(true);
        expect(other?.ok && other.value.scenario).toEqual(plain?.ok && plain.value.scenario);
      }),
    );
  });

  it('any text gives a scenario or problems with a place inside it, never a crash', () => {
    const line = fc.constantFrom(
      'start: 2026-01-05',
      'workloads:',
      '  a: { size: 1 TB',
      '}',
      '- x',
      '? [a]',
      '*a',
      '&a b: c',
      '!!str 3',
      '"',
      "'",
      '\t- 1',
      '---',
      '{a: [1, {b: .nan}]}',
      ': :',
      '%YAML 1.2',
      '<<: *a',
      '| ',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const problems = problemsIn(written);
        expect(problems.length).toBeGreaterThan(0);
        const lines = written.split('\n').length;
        for (const { place } of problems) {
          expect(place?.line).toBeGreaterThan(0);
          expect(place?.column).toBeGreaterThan(0);
          expect(place?.line).toBeLessThanOrEqual(lines);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it('a plan of real backups is no scenario, which is all that is said of one', () => {
  expect(problemsIn('datasets: {}\ntools: {}\n')).toMatchObject([
    { path: '', message: 'is a plan of real backups, not a scenario' },
  ]);
});
