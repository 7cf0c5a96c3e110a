import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GBT20988, level } from '../../../src/catalog/rules/gbt20988.ts';
import { judge } from '../../../src/catalog/rules/judge.ts';
import {
  type RuleFacts,
  STAFFINGS,
  STANDBYS,
  SWITCHES,
  TRANSPORTS,
} from '../../../src/catalog/rules/rule.ts';
import { PERFECT } from './facts.ts';

const DAY = 86_400;
const span = fc.constantFrom(0, 600, 1800, 3600, DAY, 2 * DAY, 7 * DAY, 30 * DAY, Infinity);

/** Facts around the edges of the table, any of which may be missing. */
const facts: fc.Arbitrary<RuleFacts> = fc.record(
  {
    fullEvery: span,
    offsite: fc.integer({ min: 0, max: 2 }),
    checkEvery: span,
    transport: fc.constantFrom(...TRANSPORTS),
    batches: fc.integer({ min: 0, max: 4 }),
    standby: fc.constantFrom(...STANDBYS),
    switchOver: fc.constantFrom(...SWITCHES),
    staffed: fc.constantFrom(...STAFFINGS),
    rpo: span,
    rto: span,
  },
  { requiredKeys: [] },
);

/** Likely enough to reach every level. */
const nearPerfect = fc
  .tuple(facts, fc.subarray(Object.keys(PERFECT)))
  .map(([loose, fixed]): RuleFacts => {
    const sure = fixed.map((fact) => [fact, PERFECT[fact as keyof RuleFacts]]);
    return { ...loose, ...Object.fromEntries(sure) };
  });

describe('the levels of GB/T 20988-2007', () => {
  it('are nested: who keeps one keeps those below', () => {
    fc.assert(
      fc.property(fc.oneof(facts, nearPerfect), (known) => {
        const kept = GBT20988.map((rule) => judge(rule, known).verdict === 'kept');
        expect(kept).toEqual([...kept].sort((a, b) => Number(b) - Number(a)));
        expect(level(known).level).toBe(kept.filter(Boolean).length);
      }),
      { numRuns: 3000 },
    );
  });

  /** From level to level what has to be added. */
  const LADDER: readonly (readonly [number, RuleFacts, string])[] = [
    [0, {}, 'A full backup is made at least weekly.'],
    [
      1,
      { fullEvery: 7 * DAY, offsite: 1, checkEvery: 30 * DAY, rpo: 7 * DAY },
      'A spare site is there.',
    ],
    [2, { standby: 'site' }, 'A full backup is made at least daily. (unverified)'],
    [
      3,
      { fullEvery: DAY, transport: 'batch', batches: 2, standby: 'partial', rpo: DAY },
      'All equipment stands by. (unverified)',
    ],
    [
      4,
      { standby: 'complete', rto: 2 * DAY },
      'Key data goes to another site in real time over a network.',
    ],
    [
      5,
      { transport: 'realtime', switchOver: 'network', staffed: 'round the clock', rpo: 1800 },
      'Operation is back after at most 1 hour (RTO). (unverified)',
    ],
    [6, { rto: 3600, rpo: 0 }, ''],
  ];

  it('are climbed one by one, and the first clause of the next that fails is told', () => {
    let known: RuleFacts = {};
    for (const [reached, more, next] of LADDER) {
      known = { ...known, ...more };
      const found = level(known);
      expect(found.level).toBe(reached);
      expect(found.next?.failing.text ?? '').toBe(next);
      expect(found.note).toContain('GB/T 20988-2025 replaced it on 2026-01-01');
    }
  });

  it('ask for several transfers a day, or for real time', () => {
    const third = (more: RuleFacts) =>
      judge(GBT20988[2] ?? fail(), { ...PERFECT, ...more }).clauses[3];
    expect(third({ transport: 'batch', batches: 1 })?.verdict).toBe('broken');
    expect(third({ transport: 'batch', batches: 2 })?.verdict).toBe('kept');
    expect(third({ transport: 'realtime', batches: 0 })?.verdict).toBe('kept');
  });

  it('are labelled with their year', () => {
    for (const { name, title, year } of GBT20988) {
      expect([name.includes('2007'), title.includes('(2007)'), year]).toEqual([true, true, 2007]);
    }
  });
});

function fail(): never {
  throw new Error('there is no such level');
}
