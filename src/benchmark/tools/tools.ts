import { z } from 'zod';
import {
  fields,
  type Issues,
  kindOf,
  knownFields,
  named,
  readAs,
  refuse,
} from '../../scenario/language/declare.ts';
import { borg, borgOptions } from './borg.ts';
import { builtIn, builtInOptions } from './built-in.ts';
import { command, commandOptions } from './command.ts';
import { rclone, rcloneOptions } from './rclone.ts';
import { restic, resticOptions } from './restic.ts';
import { rsync, rsyncOptions } from './rsync.ts';
import { tar, tarOptions } from './tar.ts';
import type { BackupTool } from './tool.ts';

/** A kind of tool: its options and its adapter. */
interface Kind {
  readonly options: z.ZodType;
  readonly read: (name: string, given: unknown, issues: Issues) => BackupTool;
}

const kind = <O>(options: z.ZodType<O>, make: (name: string, given: O) => BackupTool): Kind => ({
  options,
  read: (name, given, issues) =>
    readAs(
      options.transform((chosen) => make(name, chosen)),
      given,
      issues,
    ),
});

const KINDS: Readonly<Record<string, Kind>> = {
  'built-in': kind(builtInOptions, builtIn),
  tar: kind(tarOptions, tar),
  rsync: kind(rsyncOptions, rsync),
  restic: kind(resticOptions, restic),
  borg: kind(borgOptions, borg),
  rclone: kind(rcloneOptions, rclone),
};

/** Tools that a plan can name without `like` or commands. */
export const TOOL_NAMES: readonly string[] = Object.keys(KINDS);

const own = fields(
  { command: commandOptions },
  { description: 'a tool of your own, by the commands that it takes' },
);

const ownTool = kind(own, (name, given) => command(name, given.command));

const tool = z.unknown().meta({
  description: 'A tool as it is, with options, or by commands of your own.',
  form: 'a mapping of options',
  example: { like: 'tar', compress: 'zstd' },
  options: [...Object.values(KINDS).map(({ options }) => options), own],
});

/**
 * The field `tools`: tools by the names used in results. An entry named after a tool needs no
 * `like`; other entries name the tool with `like` or define commands.
 *
 * @example
 * benchmarkTools.parse({ tar: {}, 'quick-tar': { like: 'tar', compress: 'zstd' } }).tar.title
 * // 'GNU tar'
 */
export const benchmarkTools = named(
  tool,
  {
    description: 'the tools that are measured, by names of your choice',
    example: { tar: {}, 'quick-tar': { like: 'tar', compress: 'zstd' } },
  },
  1,
).transform((declared, issues): Readonly<Record<string, BackupTool>> => {
  const read = Object.entries(declared).map(([name, given]) => [
    name,
    readTool(name, given, below(issues, name)),
  ]);
  return Object.fromEntries(read);
});

/** Issues of one entry, with its name prepended to their paths. */
const below = (issues: Issues, name: string): Issues => ({
  ...issues,
  addIssue: (issue) =>
    issues.addIssue(
      typeof issue === 'string' ? issue : { ...issue, path: [name, ...(issue.path ?? [])] },
    ),
});

function readTool(name: string, given: unknown, issues: Issues): BackupTool {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const hint = 'write {} for a tool as it is, or options such as { like: tar, compress: zstd }';
    return refuse(issues, `should be a mapping of options, not ${kindOf(given)}`, hint);
  }
  if ('command' in given) return ownTool.read(name, given, issues);
  const { like = name } = given as { readonly like?: unknown };
  if (typeof like === 'string' && Object.hasOwn(KINDS, like)) {
    return (KINDS[like] as Kind).read(name, given, issues);
  }
  const isNamed = like !== name;
  return refuse(
    issues,
    `${isNamed ? 'is' : `${name} is`} no tool; ${knownFields(TOOL_NAMES)}`,
    isNamed ? 'name one of them' : 'say which of them it is like, or give commands of your own',
    isNamed ? ['like'] : [],
  );
}
