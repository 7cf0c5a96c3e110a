import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { asText } from '../../../src/report/formats/text.ts';
import { fixture } from '../fixture.ts';
import { hostileNames, STEERS } from '../hostile.ts';

const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n');

describe('the answer on one screen', () => {
  it('is never wider than asked, whatever the names, and holds nothing that steers a terminal', () => {
    fc.assert(
      fc.property(
        hostileNames(),
        fc.integer({ min: 60, max: 200 }),
        fc.constantFrom(1, 100),
        (names, columns, trials) => {
          const result = fixture({ names, workloads: names, trials, title: names.join(' ') });
          const text = asText(result, { columns });
          expect(Math.max(...linesOf(text).map((line) => stringWidth(line)))).toBeLessThanOrEqual(
            columns,
          );
          expect(text).not.toMatch(STEERS);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('says what to take, compares, tells what the others break, and ends on the verdict', () => {
    const text = asText(fixture(), { columns: 100 });
    expect(text).toMatch(/^Finance, 10 TB over 500 km\n2026-01-05 to 2031-01-05, time zone Asia/);
    expect(text).toContain('Recommended: nightly-incremental. It meets all 4 objectives');
    expect(text).toMatch(/^ {2}objectives met +4 of 4 +1 of 4 +4 of 4$/m);
    expect(text).toMatch(/^ {2}peak stored +30 TB +65 TB +45 TB$/m);
    expect(text).toMatch(/^What breaks\n {2}- weekly-full: /m);
    expect(linesOf(text).at(-1)).toMatch(/^Recommended: nightly-incremental, .*30 TB at the peak$/);
  });

  it('gives warnings the lines that are left, and counts those that have none', () => {
    const warnings = Array.from({ length: 80 }, (_, i) => `doubt ${i} `.repeat(40));
    const lines = linesOf(asText({ ...fixture(), warnings }, { columns: 100 }));
    expect(lines.length).toBeLessThanOrEqual(60);
    expect(lines.filter((line) => line.startsWith('  - doubt')).length).toBeGreaterThan(0);
    expect(lines.join('\n')).toMatch(/^ {2}- \d+ more: --details warnings$/m);
  });

  it('shows one strategy and binary sizes where they are asked for', () => {
    const text = asText(fixture(), { columns: 100, only: 'weekly-full', sizes: 'iec' });
    expect(text).toMatch(/^ {2}objectives met +1 of 4$/m);
    expect(text).toMatch(/^ {2}peak stored +59\.1 TiB$/m);
  });
});
