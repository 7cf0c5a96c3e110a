import type { z } from 'zod';
import { fields } from '../../scenario/language/declare.ts';
import { EVERYTHING } from './everything.ts';
import { like } from './like.ts';
import type { BackupTool, Invocation, Place, Point, Reported } from './tool.ts';
import { NOT_REPORTED } from './unsaid.ts';

/** The built-in engine has no options. */
export const builtInOptions = fields(
  { like: like('built-in') },
  { description: 'The built-in engine.' },
);

/**
 * The built-in engine: copies whole files into one pack per point, with a manifest. It is backcast
 * itself, run as a child process, so it is measured like other tools and always available. It
 * supports no rate limit.
 */
export function builtIn(name: string, _: z.output<typeof builtInOptions>): BackupTool {
  return {
    name,
    title: 'built-in engine',
    install: 'it comes with backcast',
    programs: [],
    version: ({ self: [program = '', ...first] }) => ({ program, args: [...first, '--version'] }),
    readVersion: (output) => /^\d+\.\d+\.\S+$/m.exec(output)?.[0],
    resolved: { codec: 'none', hash: 'SHA-256', detection: 'size and modification time' },
    targets: ['local'],
    limits: [],
    levels: () => ['full', 'incremental', 'differential', 'unchanged'],
    granularity: 'file',
    keeps: () => EVERYTHING,
    // The first backup makes the repository.
    init: () => [],
    prepare: () => [],
    backup: (place, point) => ({
      ...engine(place, 'backup', [`--source=${place.source}`, ...numbered(point), ...made(point)]),
      // 3: files changed while they were read, or could not be read.
      warns: [3],
    }),
    reported,
    check: (place) => [engine(place, 'check', [])],
    restore: (place, point, into) => [
      engine(place, 'restore', [...numbered(point), `--into=${into}`]),
    ],
    restoreFile: (place, point, into, _, path) => [
      engine(place, 'restore', [...numbered(point), `--into=${into}`, `--file=${path}`]),
    ],
    retention: [],
    restored: (_, into) => into,
    // The next backup removes incomplete files; the point itself may have been completed.
    recover: (place, point) => (point ? [engine(place, 'remove', numbered(point))] : []),
  };
}

function engine(place: Place, part: string, args: readonly string[]): Invocation {
  const { self, repository } = place;
  if (repository.kind !== 'local') throw new Error('the engine stores in local folders only');
  const [program = '', ...first] = self;
  return {
    program,
    args: [...first, 'engine', part, `--repository=${repository.path}`, ...args],
  };
}

const numbered = ({ number }: Point): readonly string[] => [`--point=${number}`];

const made = ({ level, base }: Point): readonly string[] => [
  `--level=${level === 'unchanged' ? 'incremental' : level}`,
  ...(base === null ? [] : [`--base=${base}`]),
];

/** Parses the report of a backup; all figures are null if it cannot be parsed. */
function reported(output: string): Reported {
  try {
    const { files, bytes } = JSON.parse(output) as {
      readonly files: Readonly<Record<'added' | 'changed' | 'unchanged', number>>;
      readonly bytes: Readonly<Record<'processed' | 'stored', number>>;
    };
    const { added, changed, unchanged } = files;
    const { processed, stored } = bytes;
    return { added, changed, unchanged, copied: added + changed, processed, stored };
  } catch {
    return NOT_REPORTED;
  }
}
