import type { ChainState } from '../chain/chain-state.ts';
import { markNeeded, review } from '../chain/needs.ts';
import { copyOf } from '../chain/rows.ts';
import type { Guard } from './protection.ts';

/** Copies all chains as they stand, with the reasons for which each file stays. */
export const snapshot = (guards: readonly Guard[]): readonly ChainState[] =>
  guards.map(({ chain }) => {
    review(chain);
    if (chain.rows.count > 0) markNeeded(chain);
    return {
      rows: copyOf(chain.rows),
      aside: copyOf(chain.aside),
      why: chain.why.slice(0, chain.rows.count),
      need: chain.need.slice(0, chain.rows.count),
    };
  });
