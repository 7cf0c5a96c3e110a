import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asJson, rounded } from '../../../src/report/formats/json.ts';
import { result } from '../../../src/report/result/result.ts';
import { fixture } from '../fixture.ts';
import { hostileNames, STEERS } from '../hostile.ts';

describe('the JSON', () => {
  it('is read back as a result of the same contract and the same names', () => {
    fc.assert(
      fc.property(hostileNames(), (names) => {
        const whole = fixture({ names, workloads: names });
        const text = [...asJson(whole)].join('');
        const read = result.parse(JSON.parse(text));
        const wellFormed = (name: string): string => JSON.parse(JSON.stringify(name));
        expect(read.strategies.map(({ name }) => name)).toEqual(
          whole.strategies.map(({ name }) => wellFormed(name)),
        );
        expect(text).not.toMatch(STEERS);
      }),
      { numRuns: 25 },
    );
  });

  it('gives the same bytes for the same result, keys as the contract declares them', () => {
    const whole = { ...fixture({ trials: 10 }), profiles: [] };
    const turned = Object.fromEntries(Object.entries(whole).reverse()) as typeof whole;
    expect([...asJson(turned)].join('')).toBe([...asJson(whole)].join(''));
    expect(Object.keys(JSON.parse([...asJson(turned)].join('')))).toEqual(
      Object.keys(result.shape),
    );
    expect([...asJson(whole)].join('').endsWith('}\n')).toBe(true);
  });

  it('prints 12 significant digits, so that doing it twice changes nothing', () => {
    expect(rounded(0.1 + 0.2)).toBe(0.3);
    expect(rounded(1_234_567_890_123_456)).toBe(1_234_567_890_120_000);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(rounded(rounded(value))).toBe(rounded(value));
      }),
    );
  });

  it('refuses a figure that is not finite instead of writing null', () => {
    const whole = fixture();
    const broken = { ...whole, seed: Number.POSITIVE_INFINITY };
    expect(() => asJson(broken)).toThrow();
  });
});
