import { PASSED_OVER, type PassedOver } from '../../simulation/aftermath/passed-over.ts';
import { inWords } from './in-words.ts';

type Reason = (typeof PASSED_OVER)[number];

const WORDS: Readonly<Record<Reason, (time: string) => string>> = {
  lost: () => 'it is lost as well',
  'no good point': () => 'it has no good point then',
  older: (time) => `its points are older, up to ${time}`,
  thaw: (time) => `it has to be thawed for ${time}`,
  vault: (time) => `it comes back from its vault in ${time}`,
  mounts: (time) => `its cartridges are mounted for ${time}`,
  slower: (time) => `it takes ${time}`,
};

/**
 * Why a copy does not help where a promise breaks.
 *
 * @example passedOverInWords({ store: 0, why: 3, seconds: 43200 }) // 'it has to be thawed for 12 h'
 */
export const passedOverInWords = ({ why, seconds }: PassedOver): string =>
  WORDS[PASSED_OVER[why] as Reason](inWords('seconds', seconds));
