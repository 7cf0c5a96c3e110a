import { Option } from 'commander';
import type { Cache } from '../../benchmark/plan.ts';
import { localObjects } from '../../benchmark/probe/local-objects.ts';
import { probeObjects } from '../../benchmark/probe/probe-objects.ts';
import type { Probed } from '../../benchmark/records/probe.ts';
import { settleCache } from '../../benchmark/run/surroundings.ts';
import type { CommandContext } from '../command-context.ts';
import type { AddPart } from './part.ts';
import { openWorkAbove } from './work.ts';

const CACHES: readonly Cache[] = ['warm', 'cold', 'as it is'];

interface ProbeOptions {
  readonly into: string;
  readonly budget: string;
  readonly cache: Cache;
}

/** Adds the subcommand `probe`, which measures what a folder takes to hold objects. */
export function defineProbe(part: AddPart, { host }: CommandContext): void {
  part('probe', 'write, read, list and delete files', async (options: ProbeOptions) => {
    const work = await openWorkAbove(host, options.into);
    const free = work.free();
    const found: Probed[] = [];
    await probeObjects({
      host,
      objects: localObjects({ host, work, path: options.into }),
      // What was just written is in memory.
      settleCache: () => settleCache(host, options.cache, async () => {}),
      budget: Number(options.budget),
      room: free.ok ? free.value : null,
      tell: () => {},
      found: (one) => found.push(one),
    });
    return { report: { format: 'backcast/engine-probe/1', found }, found: 0 };
  })
    .requiredOption('--into <folder>', 'an empty folder, named in full')
    .requiredOption('--budget <seconds>', 'seconds for all of it')
    .addOption(
      new Option('--cache <state>', 'where files are read from')
        .choices(CACHES)
        .makeOptionMandatory(),
    );
}
