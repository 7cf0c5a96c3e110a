import type fc from 'fast-check';

/** One way to look for faults: what is drawn, and what is wrong with what came of it. */
export interface Fuzzer<Input = unknown> {
  /** Inputs are plain values, so that one that fails can be kept in a file as JSON. */
  readonly inputs: fc.Arbitrary<Input>;
  /** What is wrong, in words; null where nothing is. What is thrown is wrong as well. */
  readonly fault: (input: Input) => Promise<string | null>;
}

/** What is wrong, also where it is thrown. */
export async function faultOf<Input>(
  { fault }: Fuzzer<Input>,
  input: Input,
): Promise<string | null> {
  try {
    return await fault(input);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
