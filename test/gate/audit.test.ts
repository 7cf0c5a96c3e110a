import { describe, expect, it } from 'vitest';
import { audited } from '../../src/gate/audit.ts';
import type { Judgement } from '../../src/gate/judgement.ts';

const judged: Judgement = {
  ...{ scenario: 'a', metric: 'time', clock: 'work', unit: 'seconds', limit: 0.1, verdict: 'same' },
  ...{ how: 'tested', pairs: 8, before: 10, after: 10, ratio: 1, low: 0.9, high: 1.1 },
  ...{ chance: 0.5, detectable: 0.24, needed: 8, note: null },
};

describe('an audit of the machine', () => {
  it('passes where a growth by a quarter would have been found', () => {
    expect(audited(judged)).toBe(judged);
  });

  it('cannot tell where it would not, or where nothing is known of it', () => {
    for (const detectable of [0.26, null]) {
      const found = audited({ ...judged, detectable });
      expect(found.verdict).toBe('cannot tell');
      expect(found.note).toContain('a growth of 25 % would not be found here');
    }
  });

  it('says nothing of bytes, and leaves a false alarm as it is', () => {
    const bytes: Judgement = { ...judged, metric: 'stored', unit: 'bytes', detectable: null };
    expect(audited(bytes)).toBe(bytes);
    const alarm: Judgement = { ...judged, verdict: 'worse', detectable: null };
    expect(audited(alarm)).toBe(alarm);
  });
});
