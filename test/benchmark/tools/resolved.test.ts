import { mkdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { benchmarkTools, TOOL_NAMES } from '../../../src/benchmark/tools/tools.ts';
import { available } from '../../support/programs/require.ts';
import { type ToolSeries, toolSeries } from '../../support/tool-series.ts';

const running: ToolSeries[] = [];
afterEach(() => {
  for (const series of running.splice(0)) series.remove();
});

async function begun(given: unknown): Promise<ToolSeries> {
  const tool = benchmarkTools.parse({ x: given }).x;
  if (!tool) throw new Error('not read');
  const series = toolSeries(tool);
  running.push(series);
  mkdirSync(series.place.source);
  await series.init();
  return series;
}

/** What a tool prints as JSON when it is called in the home of a series. */
const asked = async (series: ToolSeries, program: string, args: readonly string[]) =>
  JSON.parse((await series.call({ program, args })).output);

const pathOf = ({ place }: ToolSeries): string =>
  place.repository.kind === 'local' ? place.repository.path : '';

describe('what a tool runs with', () => {
  it.each(TOOL_NAMES)('is said of %s, where the plan leaves it to the tool', (name) => {
    const { resolved } = benchmarkTools.parse({ [name]: {} })[name] ?? {};
    expect(Object.keys(resolved ?? {})).toEqual(expect.arrayContaining(['codec', 'detection']));
  });

  const BORG = available('borg', 'what borg runs with');
  it.skipIf(!BORG).each([
    [{ like: 'borg' }, 'BLAKE2b', 'repokey-blake2'],
    [{ like: 'borg', encrypt: false }, 'none', 'none'],
  ])('is what borg says of its repository: %j', async (given, cipher, mode) => {
    const series = await begun(given);
    expect(series.tool.resolved.cipher).toContain(cipher);
    const path = pathOf(series).replaceAll(/[{}]/g, '$&$&');
    expect((await asked(series, 'borg', ['info', '--json', path])).encryption.mode).toBe(mode);
  });

  it.skipIf(!available('restic', 'what restic runs with'))(
    'is what restic can do with its repository: only the second version compresses',
    async () => {
      const series = await begun({ like: 'restic' });
      expect(series.tool.resolved.codec).toBe('zstd, auto');
      const config = await asked(series, 'restic', ['--repo', pathOf(series), 'cat', 'config']);
      expect(config).toMatchObject({ version: 2, chunker_polynomial: expect.any(String) });
    },
  );
});
