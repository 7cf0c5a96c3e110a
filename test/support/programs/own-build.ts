import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The command as it is built, in a folder of its own. */
export interface OwnBuild {
  readonly folder: string;
  readonly bin: string;
  /** Deletes the folder. */
  remove(): void;
}

/**
 * Builds the project for one test file, inside it so that it finds its dependencies.
 *
 * @param name of the folder; test files run at the same time.
 */
export function ownBuild(name: string): OwnBuild {
  const folder = join('node_modules', '.cache', `backcast-${name}-${process.pid}`);
  const bin = join(folder, 'bin', 'backcast.js');
  mkdirSync(folder, { recursive: true });
  cpSync('bin', join(folder, 'bin'), { recursive: true });
  copyFileSync('package.json', join(folder, 'package.json'));
  const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'];
  spawnSync(process.execPath, [...tsc, '--outDir', join(folder, 'dist')]);
  spawnSync(process.execPath, ['bundle.js', join(folder, 'dist', 'program')]);
  return { folder, bin, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
