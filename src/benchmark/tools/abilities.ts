import { LEVEL_NAMES } from '../level.ts';
import { benchmarkTools, TOOL_NAMES } from './tools.ts';

/** Custom commands that use all features. */
const COMMANDS = { command: { backup: ['backup', '{level}'], restore: ['restore'] } };

/**
 * A table of what each tool supports at each kind of target, as declared by its adapter: the header
 * row, then one row for each tool and each kind of target it can store in.
 */
export function abilities(): readonly (readonly string[])[] {
  const asTheyAre = Object.fromEntries(TOOL_NAMES.map((name) => [name, {}]));
  const tools = Object.entries(benchmarkTools.parse({ ...asTheyAre, command: COMMANDS }));
  const yes = (can: boolean): string => (can ? 'yes' : '');
  return [
    ['tool', 'target', ...LEVEL_NAMES, '`limit`', 'one file', '`keep`'],
    ...tools.flatMap(([name, { targets, levels, limits, restoreFile, retention }]) =>
      targets.map((kind) => [
        ...[`\`${name}\``, `\`${kind}\``],
        ...LEVEL_NAMES.map((level) => yes(levels(kind).includes(level))),
        yes(limits.includes(kind)),
        yes(restoreFile !== undefined),
        retention.join(', '),
      ]),
    ),
  ];
}
