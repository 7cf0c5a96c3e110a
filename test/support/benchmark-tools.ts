import { benchmarkTools } from '../../src/benchmark/tools/tools.ts';
import type { ProgramName } from './programs/programs.ts';
import { available } from './programs/require.ts';

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
  { readonly given: unknown; readonly needs: readonly ProgramName[] }
>;

/** A name of one of them. */
export type ToolName = keyof typeof DECLARED;

/** The tools, as a plan that names them is read. */
export const DECLARED_TOOLS = (Object.keys(DECLARED) as ToolName[]).map((name) => {
  const tool = benchmarkTools.parse({ [name]: DECLARED[name].given })[name];
  if (!tool) throw new Error(`${name} is not read`);
  return { name, tool };
});

/**
 * The same, for tests that run them: whether the machine has what a tool needs is told with it, so
 * that the tests are the same on all machines, and are skipped where it has not.
 */
export const toolsToRun = () =>
  DECLARED_TOOLS.map((declared) => ({
    ...declared,
    isThere: available(DECLARED[declared.name].needs, `the adapter of ${declared.name}`),
  }));
