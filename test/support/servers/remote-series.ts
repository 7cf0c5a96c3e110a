import type { DeclaredTarget } from '../../../src/benchmark/targets/declared-target.ts';
import type { Target } from '../../../src/benchmark/targets/target.ts';
import type { BackupTool } from '../../../src/benchmark/tools/tool.ts';
import type { ProgramName } from '../programs/programs.ts';
import { available } from '../programs/require.ts';
import { type ToolSeries, toolSeries } from '../tool-series.ts';
import type { S3Service } from './s3-server.ts';
import { sharedS3 } from './shared-s3.ts';
import { secretsOf, workplace } from './target-grounds.ts';

/** A series of a real tool at a real target, both open. */
export interface RemoteSeries {
  readonly target: Target;
  readonly series: ToolSeries;
  /** Removes what lies here; what lies at the target is removed by `target.close`. */
  end(): void;
}

/** Tools for tests at a server, each with whether the machine has that server and the tool. */
export const toolsAt = (
  server: 'sshd' | 'ceph',
  test: string,
  tools: readonly (readonly [ProgramName, BackupTool])[],
) =>
  tools.map(([program, tool]) => ({
    name: tool.name,
    tool,
    isThere: available([server, program], `${test}: ${tool.name}`),
  }));

let runs = 0;

/**
 * Opens a target for a run of its own, and begins a series of a tool in it.
 *
 * @param service that a bucket is of; the shared one unless given.
 */
export async function remoteSeries(
  tool: BackupTool,
  declared: DeclaredTarget,
  service?: S3Service,
): Promise<RemoteSeries> {
  const isS3 = declared.kind === 's3';
  const place = await workplace(isS3 ? secretsOf(service ?? (await sharedS3())) : {});
  runs += 1;
  const target = await place.use(declared, { run: `${process.pid}-${runs}` });
  await target.open('new');
  const ready = await target.makeSeries('1');
  if (!ready.ok) throw new Error(ready.reason);
  const repository = target.repositoryFor('1');
  const { limit } = declared;
  const series = toolSeries(tool, { repository, ...(limit !== null && { limit }) });
  await series.init();
  return {
    target,
    series,
    end: () => {
      series.remove();
      place.end();
    },
  };
}
