import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 inline more. The loop of events is a chain of small functions, and into each that it
 * compiles V8 puts at most 920 bytecodes of others: a fifth of a play went into calls. What has been
 * compiled already stays as it is, so this comes before everything else. See decisions/0037.
 */
setFlagsFromString('--max-inlined-bytecode-size-cumulative=3000');
