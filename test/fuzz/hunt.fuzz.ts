import { expect, it } from 'vitest';
import { hunt } from './hunt.ts';
import { FUZZERS, type Kind } from './kinds.ts';

// `run.js` says in the environment what was asked for on the command line.
const { FUZZ_KINDS = '', FUZZ_SEED = '1', FUZZ_MINUTES = '1' } = process.env;

it('nothing is found', async () => {
  const until = Date.now() + Number(FUZZ_MINUTES) * 60_000;
  const kinds =
    FUZZ_KINDS === '' ? (Object.keys(FUZZERS) as Kind[]) : (FUZZ_KINDS.split(',') as Kind[]);
  const found: string[] = [];
  for (let seed = Number(FUZZ_SEED); Date.now() < until; seed++) {
    for (const kind of kinds) {
      const began = Date.now();
      const { tries, found: one } = await hunt(kind, FUZZERS[kind], seed);
      const took = ((Date.now() - began) / 1000).toFixed(0);
      process.stdout.write(`${kind} --seed ${seed}: ${tries} tries in ${took} s\n`);
      if (one) {
        process.stdout.write(`  ${one.file}: ${one.fault}\n`);
        found.push(one.file);
      }
      if (Date.now() >= until) break;
    }
  }
  expect(found).toEqual([]);
});
