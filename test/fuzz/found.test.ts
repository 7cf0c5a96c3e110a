import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { faultOf } from './fuzzer.ts';
import { FOUND } from './hunt.ts';
import { FUZZERS, type Kind } from './kinds.ts';

it('what was found once is right now', async () => {
  for (const name of readdirSync(FOUND).filter((file) => file.endsWith('.json'))) {
    const { kind, input } = JSON.parse(readFileSync(`${FOUND}/${name}`, 'utf8'));
    expect(await faultOf(FUZZERS[kind as Kind], input), name).toBeNull();
  }
});
