import { expect, it } from 'vitest';
import { listed } from './list-skipped.ts';

it('what was skipped is told by program, each test once, with how to get it', () => {
  const line = (program: string, test: string) =>
    JSON.stringify({ program, test, install: `apt-get install ${program}` });
  const lines = [
    line('rsync', 'the adapter of rsync'),
    line('borg', 'options of borg'),
    line('rsync', 'limits: rsync'),
    line('rsync', 'the adapter of rsync'),
    '',
  ];
  expect(listed(lines.join('\n'))).toBe(`Skipped, for want of
  borg (apt-get install borg): options of borg
  rsync (apt-get install rsync): limits: rsync; the adapter of rsync
`);
  expect(listed('')).toBe('');
});
