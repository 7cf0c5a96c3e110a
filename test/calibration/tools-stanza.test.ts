import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { calibrate } from '../../src/calibration/calibrate.ts';
import { forecastOf } from '../../src/calibration/forecast.ts';
import { toolsStanza } from '../../src/calibration/tools-stanza.ts';
import { resultOf, strategyOf } from '../support/played.ts';

const [opening, ...lines] = readFileSync(
  new URL('../../scenarios/profiles/training.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((text) => JSON.parse(text));

it.each(['restic', 'tar-zstd', 'rsync'])(
  'a first full of %s takes in the simulator what the profile foretells',
  async (tool) => {
    const one = lines.filter((line) => line.tool === null || line.tool === tool);
    const profile = await calibrate([{ opening, lines: one, sha256: '' }], {
      backcast: 'test',
      seed: 1,
      progress: () => Promise.resolve(),
    });
    const result = await resultOf(`${profile && toolsStanza(profile)}
start: 2026-01-05
horizon: 2 days
sites: { here: { server: { cores: 2 } } }
workloads:
  data: { size: 2 GB, files: 10000, compressibility: 2, duplicates: 0 %, change: 1 %/day }
stores: { disk: { write: 10 GB/s } }
strategies: { nightly: { tool: ${tool}, full: [2026-01-05], keep: { last: 9 } } }
`);
    const quantities = {
      ...{ files: 10_000, changed: 10_000, beside: 10_000, read: 2e9, shrinking: 2e9 },
      ...{ fresh: 2e9, ratio: tool === 'rsync' ? 1 : 2, stored: 1e9, held: 1e9, pieces: 1 },
    };
    const backup = profile?.tools[tool]?.operations.find(({ operation }) => operation === 'backup');
    const quiet = backup && forecastOf(backup, quantities, 'quiet');
    const [first] = strategyOf(result, 'nightly').jobs;
    const seconds = first?.seconds.mean ?? 0;
    expect(seconds / (quiet?.expected ?? 0)).toBeGreaterThan(0.75);
    expect(seconds / (quiet?.expected ?? 0)).toBeLessThan(1.25);
  },
);
