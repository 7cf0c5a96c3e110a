import { benchmarkTools } from '../../src/benchmark/tools/tools.ts';
import { available, type PROGRAMS } from './require.ts';

/** Tools as a plan would name them, each with the programs that it needs. */
const DECLARED = {
  tar: { given: {}, needs: ['tar'] },
  'tar with gzip': { given: { like: 'tar', compress: 'gzip' }, needs: ['tar', 'gzip'] },
  'tar with zstd': { given: { like: 'tar', compress: 'zstd' }, needs: ['tar', 'zstd'] },
  rsync: { given: {}, needs: ['rsync'] },
  'rsync by checksum': {
    given: { like: 'rsync', checksum: true, compress: true },
    needs: ['rsync'],
  },
  restic: { given: {}, needs: ['restic'] },
  borg: { given: {}, needs: ['borg'] },
  rclone: { given: {}, needs: ['rclone'] },
  'a command': {
    given: {
      command: {
        init: ['mkdir', '{target}'],
        backup: [
          ...['rsync', '--archive', '--modify-window=-1', '--delete'],
          ...['{source}/', '{target}/{point}/'],
        ],
        verify: ['test', '-d', '{target}'],
        restore: ['cp', '-a', '{target}/{point}/.', '{into}'],
        version: ['rsync', '--version'],
      },
    },
    needs: ['rsync'],
  },
} as const satisfies Record<
  string,
  { readonly given: unknown; readonly needs: readonly (keyof typeof PROGRAMS)[] }
>;

/** A name of one of them. */
export type ToolName = keyof typeof DECLARED;

/**
 * The tools that this machine has, for tests that run them; those that are missing are announced
 * (in CI they are a failure).
 */
export const toolsThere = (Object.keys(DECLARED) as ToolName[])
  .filter((name) =>
    DECLARED[name].needs.every((program) => available(program, `the adapter of ${name}`)),
  )
  .map((name) => {
    const tool = benchmarkTools.parse({ [name]: DECLARED[name].given })[name];
    if (!tool) throw new Error(`${name} is not read`);
    return { name, tool };
  });
