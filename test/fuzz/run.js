// Looks for faults with inputs that nobody would think of: `npm run fuzz -- --minutes 10`, with
// `--kind NAME` those of one kind, with `--seed N` the tries of that seed and those after it.
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e9)) },
    kind: { type: 'string', multiple: true, default: [] },
  },
});
process.env.FUZZ_MINUTES = values.minutes;
process.env.FUZZ_SEED = values.seed;
process.env.FUZZ_KINDS = values.kind.join();
process.env.BACKCAST_SEED ??= '1';
await startVitest('test', [], { config: 'vitest.fuzz.config.ts', watch: false });
