import { z } from 'zod';
import { fields } from '../../scenario/language/declare.ts';
import { EVERYTHING } from './everything.ts';
import { pointName } from './point-name.ts';
import type { BackupTool, Invocation, Place } from './tool.ts';
import { NOT_REPORTED } from './unsaid.ts';

const WORDS = {
  plain: ['source', 'target'],
  backup: ['source', 'target', 'level', 'point'],
  restore: ['source', 'target', 'level', 'point', 'into'],
} as const;

const PLACEHOLDER = /\{(\w+)\}/g;

/**
 * The field of a command: a program and its arguments, passed as they are after replacing
 * placeholders.
 */
const commandLine = (words: readonly string[], description: string, example: readonly string[]) =>
  z
    .array(z.string().max(4096))
    .min(1)
    .max(100)
    .superRefine((line, issues) => {
      if (/^[^/{].*\//s.test(line[0] ?? '')) {
        const message = 'is a relative path, and each series runs in a folder of its own';
        const hint = 'write the whole path, or a name that is found in PATH';
        issues.addIssue({ code: 'custom', message, path: [0], params: { hint } });
      }
      for (const [index, argument] of line.entries()) {
        for (const [placeholder, word = ''] of argument.matchAll(PLACEHOLDER)) {
          if (words.includes(word)) continue;
          const hint = `there are ${words.map((known) => `{${known}}`).join(', ')}`;
          issues.addIssue({
            code: 'custom',
            message: `nothing stands for ${placeholder} here`,
            path: [index],
            params: { hint },
          });
        }
      }
    })
    .meta({ description, form: 'a list of a program and its arguments', example });

/** The field `command`: the user's own commands. */
export const commandOptions = fields(
  {
    init: commandLine(WORDS.plain, 'makes what backups go to; {target} is its path', [
      ...['mkdir', '-p', '{target}'],
    ]).optional(),
    backup: commandLine(
      WORDS.backup,
      'makes the point {point} of {source} in {target}; called again for a point that was broken off',
      ['cp', '-a', '{source}/.', '{target}/{point}'],
    ),
    verify: commandLine(WORDS.plain, 'checks what is stored in {target}', [
      ...['my-backup', 'check', '{target}'],
    ]).optional(),
    restore: commandLine(
      WORDS.restore,
      'brings the point {point} back into {into}, which is there and empty',
      ['cp', '-a', '{target}/{point}/.', '{into}'],
    ),
    version: commandLine([], 'prints its version', ['my-backup', '--version']).optional(),
  },
  {
    description:
      'Commands of your own, for targets below the work directory. Within an argument, paths stand for {source}, {target} and {into}, the level of the plan for {level}, and point-0, point-1 and so on for {point}; no shell reads them. Differentials are asked only of a backup that has {level}.',
  },
);

type Commands = z.output<typeof commandOptions>;

/** Values of the placeholders in one call. */
type Values = Readonly<Partial<Record<'level' | 'point' | 'into', string>>>;

/**
 * The user's own commands. They get the same environment as the tools. They support all levels if
 * the backup uses `{level}`; otherwise all except differential, and decide themselves what to copy.
 * A restore is expected to reproduce everything that is compared.
 */
export function command(name: string, commands: Commands): BackupTool {
  const { init, backup, verify, restore, version } = commands;
  const program = (line: readonly string[]): string => line[0] ?? '';
  const asksLevel = backup.some((argument) => argument.includes('{level}'));
  return {
    name,
    title: `command ${program(backup)}`,
    install: 'see to it that the commands of the plan can be found',
    programs: [...new Set([backup, restore, init ?? backup, verify ?? backup].map(program))],
    ...(version && {
      version: () => ({ program: program(version), args: version.slice(1) }),
    }),
    readVersion: (output) => /\S.*/.exec(output)?.[0]?.slice(0, 100),
    resolved: {},
    targets: ['local'],
    limits: [],
    levels: () => [
      ...(['full', 'incremental'] as const),
      ...(asksLevel ? (['differential'] as const) : []),
      'unchanged',
    ],
    granularity: 'file',
    keeps: () => EVERYTHING,
    init: (place) => (init ? [filled(init, place)] : []),
    prepare: () => [],
    backup: (place, { number, level }) =>
      filled(backup, place, { level, point: pointName(number) }),
    reported: () => NOT_REPORTED,
    ...(verify && { check: (place: Place) => [filled(verify, place)] }),
    restore: (place, { number, level }, into) => [
      {
        ...filled(restore, place, { level, point: pointName(number), into }),
        // What it brings back is to come from what it has stored.
        ...(!restore.some((word) => word.startsWith(`${place.source}/`)) && {
          without: place.source,
        }),
      },
    ],
    retention: [],
    restored: (_, into) => into,
    recover: () => [],
  };
}

/** Replaces placeholders, once: placeholders inside values are not expanded. */
function filled(line: readonly string[], place: Place, values: Values = {}): Invocation {
  const { source, repository } = place;
  if (repository.kind !== 'local') throw new Error('commands store in local folders only');
  const all = new Map(Object.entries({ source, target: repository.path, ...values }));
  const [program = '', ...args] = line.map((argument) =>
    argument.replaceAll(PLACEHOLDER, (placeholder, word) => all.get(word) ?? placeholder),
  );
  return { program, args };
}
