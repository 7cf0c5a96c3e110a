import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ROOT } from './command.js';

/**
 * The program of a build: of a folder that holds one, or of a commit, which is built in a folder for
 * temporary files.
 *
 * @param {string} given
 * @param {string} temporary
 * @param {(message: string) => never} refuse
 */
export function buildOf(given, temporary, refuse) {
  const program = resolve(given, 'bin/backcast.js');
  if (existsSync(program)) {
    if (!existsSync(resolve(given, 'dist'))) refuse(`${given} is not built: npm run build`);
    return program;
  }
  const commit = called('git', ['rev-parse', '--verify', '--quiet', `${given}^{commit}`]);
  if (commit === null) refuse(`${given} is neither a folder with bin/backcast.js nor a commit`);
  const folder = join(temporary, commit.trim().slice(0, 12));
  if (!existsSync(folder)) checkOut(commit.trim(), folder, refuse);
  return join(folder, 'bin/backcast.js');
}

function checkOut(commit, folder, refuse) {
  process.stderr.write(`building ${commit.slice(0, 12)}\n`);
  mkdirSync(folder);
  const archive = join(folder, '..', `${commit}.tar`);
  const got =
    called('git', ['archive', '--output', archive, commit]) ??
    refuse(`${commit} cannot be read from git`);
  called('tar', ['-xf', archive, '-C', folder]) ?? refuse(`${got} cannot be unpacked`);
  // The same packages need not be fetched again.
  const isAlike = [ROOT, folder].map((one) => readFileSync(join(one, 'package-lock.json'), 'utf8'));
  if (isAlike[0] === isAlike[1])
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  else called('npm', ['ci', '--ignore-scripts'], folder) ?? refuse('npm ci failed');
  called('npm', ['run', '-s', 'build'], folder) ?? refuse(`${commit} does not build`);
}

/** What a program prints; null where it fails. */
function called(program, argv, cwd = ROOT) {
  const { status, stdout, stderr } = spawnSync(program, argv, { cwd, encoding: 'utf8' });
  if (status !== 0) process.stderr.write(stderr ?? '');
  return status === 0 ? stdout : null;
}
