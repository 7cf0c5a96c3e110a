/**
 * The retention dialects: how the same keep rules are read by different tools. Each is one entry of
 * a table that is keyed by the union of their names, so the compiler demands a new one everywhere.
 */
import type { Chain } from './chain.ts';
import { keepGenerations } from './generations.ts';
import { applyExclusive, applyOverlapping, type Rules } from './retention.ts';

/** How one dialect reads the keep rules of a chain that has points. */
export interface RetentionDialect {
  /** Writes the reasons for which each point stays to the chain's work arrays. */
  applyRules(chain: Chain): void;
  /**
   * Whether the rules can be evaluated incrementally (see `sliding.ts`): each must be a window that
   * takes in the newest point and drops points at its old end.
   */
  slides(rules: Rules): boolean;
}

/**
 * overlapping: restic up to 0.15, and from 0.16 on with `oldest`. exclusive: Proxmox Backup Server,
 * and Borg with `oldest`. generations: whole fulls with everything that builds on them.
 */
export const DIALECTS: Readonly<Record<Rules['dialect'], RetentionDialect>> = {
  overlapping: {
    applyRules: ({ rules, rows, work, now }) => applyOverlapping(rules, rows, work.why, now),
    slides: () => true,
  },
  exclusive: {
    applyRules: ({ rules, rows, work, now }) => applyExclusive(rules, rows, work.why, now),
    // What a rule keeps depends on the rules before it, unless there is only one.
    slides: ({ points, within, locked, slots }) =>
      points + locked === 0 && within === null && slots.filter((number) => number > 0).length < 2,
  },
  generations: {
    applyRules: keepGenerations,
    slides: () => false,
  },
};
