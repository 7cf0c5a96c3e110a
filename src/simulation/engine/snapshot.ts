import type { ChainState } from '../chain/chain-state.ts';
import { markNeeded, review } from '../chain/needs.ts';
import { copyOf } from '../chain/rows.ts';
import type { Protection } from './protection.ts';

/** Copies all chains as they are, with the reasons why each file is kept. */
export const snapshot = (protections: readonly Protection[]): readonly ChainState[] =>
  protections.map(({ chain }) => {
    review(chain);
    if (chain.rows.count > 0) markNeeded(chain);
    return {
      rows: copyOf(chain.rows),
      archiveFulls: copyOf(chain.archiveFulls),
      why: chain.work.why.slice(0, chain.rows.count),
      need: chain.work.need.slice(0, chain.rows.count),
    };
  });
