import { LEVEL_NAMES } from '../level.ts';
import { benchmarkTools, TOOL_NAMES } from './tools.ts';

/** Commands of a user that can do all that commands can. */
const COMMANDS = { command: { backup: ['backup', '{level}'], restore: ['restore'] } };

/**
 * What tools can do at which kind of target, as their adapters say it: a row with the heads of the
 * columns, and one for each tool and kind of target that it can store in.
 */
export function abilities(): readonly (readonly string[])[] {
  const asTheyAre = Object.fromEntries(TOOL_NAMES.map((name) => [name, {}]));
  const tools = Object.entries(benchmarkTools.parse({ ...asTheyAre, command: COMMANDS }));
  const yes = (can: boolean): string => (can ? 'yes' : '');
  return [
    ['tool', 'target', ...LEVEL_NAMES, '`limit`'],
    ...tools.flatMap(([name, { targets, levels, limits }]) =>
      targets.map((kind) => [
        ...[`\`${name}\``, `\`${kind}\``],
        ...LEVEL_NAMES.map((level) => yes(levels(kind).includes(level))),
        yes(limits.includes(kind)),
      ]),
    ),
  ];
}
