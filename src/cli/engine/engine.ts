import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { backUp } from '../../benchmark/engine/backup.ts';
import { check } from '../../benchmark/engine/check.ts';
import { removePoint } from '../../benchmark/engine/leftovers.ts';
import { ENGINE_LEVELS, type EngineLevel } from '../../benchmark/engine/point-manifest.ts';
import { restore } from '../../benchmark/engine/restore.ts';
import type { CommandContext } from '../command-context.ts';
import { wholeNumber } from '../whole-number.ts';
import { defineComparisons } from './compare.ts';
import { partsOf } from './part.ts';
import { defineProbe } from './probe.ts';
import { openWorkAbove, refuseWithin } from './work.ts';

interface PointOptions {
  readonly repository: string;
  readonly point: number;
}

interface BackupOptions extends PointOptions {
  readonly source: string;
  readonly level: EngineLevel;
  readonly base?: number;
}

const number = wholeNumber({ least: 0, most: 999_999_999 });
const REPOSITORY = ['--repository <folder>', 'where the points lie'] as const;
const POINT = ['--point <number>', 'the number of the point', number] as const;

/**
 * The command `engine`: the built-in engine and the content checks, run as child processes so that
 * they are measured like any other tool. Each subcommand prints one JSON document and exits with 3
 * if it found something wrong. All of them write only below an existing work directory.
 */
export function define(command: Command, context: CommandContext): void {
  const part = partsOf(command, context);
  const backup = part('backup', 'copy a tree as a new point', async (options: BackupOptions) => {
    const { point, level, base = null } = options;
    const [source, repository] = [resolve(options.source), resolve(options.repository)];
    refuseWithin(context.host, source, repository);
    const work = await openWorkAbove(context.host, repository);
    const report = await backUp(context.host, work, { source, repository, point, level, base });
    return { report, found: report.doubts.count };
  });
  backup
    .requiredOption('--source <folder>', 'the tree')
    .requiredOption(...REPOSITORY)
    .requiredOption(...POINT)
    .addOption(
      new Option('--level <level>', 'what is copied').choices(ENGINE_LEVELS).makeOptionMandatory(),
    )
    .option('--base <point>', 'the point it is made against', number);
  part('check', 'read all that is stored', async ({ repository }: PointOptions) => {
    const report = await check(context.host, resolve(repository));
    return { report, found: report.damages.count };
  }).requiredOption(...REPOSITORY);
  part(
    'restore',
    'bring a point back',
    async (options: PointOptions & { into: string; file?: string }) => {
      const [repository, into] = [resolve(options.repository), resolve(options.into)];
      const work = await openWorkAbove(context.host, into);
      const report = await restore(context.host, work, { ...options, repository, into });
      return { report, found: report.damages.count };
    },
  )
    .requiredOption(...REPOSITORY)
    .requiredOption(...POINT)
    .requiredOption('--into <folder>', 'a folder that is empty or new')
    .option('--file <path>', 'the one file that is wanted');
  part('remove', 'remove a point', async ({ repository, point }: PointOptions) => {
    const work = await openWorkAbove(context.host, repository);
    removePoint(context.host.files, work, resolve(repository), point);
    return { report: { format: 'backcast/engine-remove/1', point }, found: 0 };
  })
    .requiredOption(...REPOSITORY)
    .requiredOption(...POINT);
  defineComparisons(part, context);
  defineProbe(part, context);
}
