import { mkdirSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Fuzzer, faultOf } from './fuzzer.ts';

/** Where inputs that failed are kept; `found.test.ts` tries them again. */
export const FOUND = 'test/fuzz/found';

/** Seconds for which an input that failed is made smaller. */
const SHRINKING = 120;
/** Tries under one seed: few enough that one that failed is soon had again. */
const TRIES_OF_A_SEED = 100;

/** What came of the tries under one seed. */
export interface Hunt {
  readonly tries: number;
  /** The file that the smallest input that failed was written to, and what is wrong. */
  readonly found: { readonly file: string; readonly fault: string } | null;
}

/**
 * Tries inputs of one kind under one seed. The first that fails is made as small as it gets and
 * written to a file.
 */
export async function hunt<Input>(
  kind: string,
  fuzzer: Fuzzer<Input>,
  seed: number,
  folder = FOUND,
): Promise<Hunt> {
  let fault = '';
  let deadline = Infinity;
  const property = fc.asyncProperty(fuzzer.inputs, async (input) => {
    // Made smaller for long enough: what is left to try passes unseen.
    if (Date.now() > deadline) return true;
    const wrong = await faultOf(fuzzer, input);
    if (wrong === null) return true;
    fault = wrong;
    if (deadline === Infinity) deadline = Date.now() + SHRINKING * 1000;
    return false;
  });
  const { failed, counterexample, numRuns } = await fc.check(property, {
    seed,
    numRuns: TRIES_OF_A_SEED,
  });
  if (!failed || !counterexample) return { tries: numRuns, found: null };
  const file = `${folder}/${kind}-${seed}.json`;
  mkdirSync(folder, { recursive: true });
  const kept = { kind, fault: fault.split('\n').slice(0, 5).join('\n'), input: counterexample[0] };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`);
  return { tries: numRuns, found: { file, fault } };
}
