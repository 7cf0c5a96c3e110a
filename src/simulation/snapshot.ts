import { markNeeded, review } from './chain/needs.ts';
import type { Rows } from './chain/rows.ts';
import type { Guard } from './guard.ts';
import type { ChainState } from './run.ts';

const copied = ({ data, head, count }: Rows): Rows => ({ data: data.slice(), head, count });

/** Copies all chains as they stand, with the reasons for which each file stays. */
export const snapshot = (guards: readonly Guard[]): readonly ChainState[] =>
  guards.map(({ chain }) => {
    review(chain);
    if (chain.rows.count > 0) markNeeded(chain);
    return {
      rows: copied(chain.rows),
      aside: copied(chain.aside),
      why: chain.why.slice(0, chain.rows.count),
      need: chain.need.slice(0, chain.rows.count),
    };
  });
