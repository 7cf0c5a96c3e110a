// Loaded before a program (node --import), makes one of its calls fail that change something: files,
// folders, cgroups, programs that are started. FAIL_AT is its number, counted from 1, or a pattern
// for its name and path (`^rmdirSync .*/sources$`); FAIL_HOW is
// `kill` (the process is killed before the call, or when a write has done its first half) or `full`
// (from that call on, whatever needs room on a disk is refused). When the program ends by itself,
// the number of such calls is written to the file FAIL_COUNT.
import childProcess from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { FAIL_AT = '0', FAIL_HOW, FAIL_COUNT } = process.env;
const at = Number(FAIL_AT);

/** Whether it is the turn of a call. */
const isDue = (name, path) =>
  Number.isNaN(at) ? new RegExp(FAIL_AT).test(`${name} ${path}`) : count === at;

const GROWING = ['mkdirSync', 'linkSync', 'symlinkSync', 'writeSync', 'writeFileSync', 'openSync'];
const OTHER = ['renameSync', 'unlinkSync', 'rmdirSync', 'ftruncateSync', 'chmodSync'];

/** Whether a call changes nothing: an open for reading. */
const isIdle = (name, [, flags = 'r']) =>
  name === 'openSync' &&
  (typeof flags === 'string' ? flags === 'r' : (flags & fs.constants.O_CREAT) === 0);

/** Files of the system itself are on no disk. */
const isOnDisk = ([path]) => !(typeof path === 'string' && /^\/(proc|sys|dev)\//.test(path));

const full = () => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

let count = 0;

/** Wraps a function of a module, so that it fails when its turn comes. */
function wrap(module, name) {
  const real = module[name];
  module[name] = (...given) => {
    if (isIdle(name, given)) return real(...given);
    count += 1;
    if (FAIL_HOW === 'full' && at > 0 && count >= at && GROWING.includes(name) && isOnDisk(given)) {
      throw full();
    }
    if (FAIL_HOW === 'kill' && isDue(name, given[0])) {
      if (name === 'writeSync' && typeof given[1] !== 'string') {
        const [descriptor, bytes, offset = 0, length = bytes.length, ...rest] = given;
        real(descriptor, bytes, offset, Math.floor(length / 2), ...rest);
      }
      process.kill(process.pid, 'SIGKILL');
    }
    return real(...given);
  };
}

for (const name of [...GROWING, ...OTHER]) wrap(fs, name);
wrap(childProcess, 'spawn');
syncBuiltinESMExports();

process.on('exit', () => {
  if (FAIL_COUNT) fs.writeFileSync(FAIL_COUNT, String(count));
});
