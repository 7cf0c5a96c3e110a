import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Setting } from '../../scenario/reading/settings.ts';

/** Adds `--set`, which may be given as often as there are fields to set. */
export const defineSet = (command: Command): Command =>
  command.addOption(
    new Option(
      '--set <path=value>',
      'a field in place of that of the file, such as stores.disk.drives=24; again for more',
    )
      .argParser(settingNamed)
      .default([], 'none'),
  );

function settingNamed(text: string, before: readonly Setting[]): readonly Setting[] {
  const [, path, value] = /^([^=]+?)\s*=([\s\S]*)$/.exec(text) ?? [];
  if (path === undefined || value === undefined) {
    throw new InvalidArgumentError('write a path and a value, such as stores.disk.drives=24');
  }
  return [...before, { path: path.trim(), text: value }];
}
