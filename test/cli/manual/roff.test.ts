import { expect, it } from 'vitest';
import { prose, roff } from '../../../src/cli/manual/roff.ts';

it('prints what roff would read as an escape, a request or another sign', () => {
  expect(roff(".so 'a\\b' --set ~ ^ `x`")).toBe(
    '\\&.so \\(aqa\\eb\\(aq \\-\\-set \\(ti \\(ha \\(gax\\(ga',
  );
  expect(roff("'plain")).toBe('\\(aqplain');
});

it('fills what stands at the margin and leaves what is set in', () => {
  expect(prose('\nBegins, goes\non.\n\n  call one\n  call two\n\nEnds.\n')).toEqual([
    ...['Begins, goes', 'on.', '.PP', '.PP\n.RS 4\n.EX', 'call one', 'call two'],
    ...['.EE\n.RE\n.PP', 'Ends.'],
  ]);
});
