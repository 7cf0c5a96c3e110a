import { expect, it } from 'vitest';
import { commandsOf } from './readme-commands.ts';

it('reads commands, continued lines and stated exit codes', () => {
  const page = [
    'Try `npx backcast --help`.',
    '```sh',
    '# the first one',
    'npm ci && npm test',
    'npx backcast check broken.yaml   # exits 2: a unit is missing',
    '',
    'npx backcast simulate \\',
    '  scenarios/smallest.yaml # a comment',
    '```',
    '```yaml',
    'npx: not a command',
    '```',
  ].join('\n');
  expect(commandsOf(page)).toEqual([
    { text: 'npm ci && npm test', exit: 0 },
    { text: 'npx backcast check broken.yaml', exit: 2 },
    { text: 'npx backcast simulate scenarios/smallest.yaml', exit: 0 },
  ]);
  expect(commandsOf('')).toEqual([]);
});
