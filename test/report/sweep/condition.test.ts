import { describe, expect, it } from 'vitest';
import { readCondition } from '../../../src/report/sweep/condition.ts';
import { fixture } from '../fixture.ts';

/** The strategies of the fixture of which a condition holds. */
function holdsOf(text: string): readonly string[] {
  const read = readCondition(text);
  if (!read.ok) throw new Error(read.problems[0]?.hint);
  return fixture()
    .strategies.filter(read.value.holds)
    .map(({ name }) => name);
}

describe('what must hold', () => {
  // 30, 65 and 45 TB at the peak.
  it('is a limit in a unit of its figure', () => {
    expect(holdsOf('peak<=45TB')).toEqual(['forever-dedup', 'nightly-incremental']);
    expect(holdsOf('peak >= 50 TB')).toEqual(['weekly-full']);
  });

  it('is every promise', () => {
    expect(holdsOf('pass')).not.toContain('weekly-full');
    expect(holdsOf('pass')).toContain('nightly-incremental');
  });

  it.each(['rto<8h', 'rto<=8', 'cost<=5 USD', 'size<=5 TB', ''])('is not %s', (text) => {
    expect(readCondition(text)).toMatchObject({
      ok: false,
      problems: [{ message: `--until ${text} is nothing that can be held` }],
    });
  });
});
