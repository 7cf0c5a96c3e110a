import { atLeast, atMost, clause } from './clause.ts';
import type { Clause, Rule } from './rule.ts';

/** Three copies, two media, one elsewhere. */
const THREE_TWO_ONE: readonly Clause[] = [
  clause('There are at least 3 copies, the original included.', atLeast('copies', 3)),
  clause('They lie on at least 2 kinds of media.', atLeast('media', 2), {
    note: 'the original is taken to lie on disk',
  }),
  clause('At least 1 copy is at another site.', atLeast('offsite', 1)),
];

/** Good practice that no law requires. */
export const PRACTICE: readonly Rule[] = [
  {
    name: '3-2-1',
    title: 'Three copies, two media, one off-site',
    chinese: '3-2-1 备份原则',
    source: 'blocksandfiles.com, 3-2-1 rule',
    date: '2022-04-15',
    year: 2022,
    grade: 'reported',
    sector: 'everybody',
    clauses: THREE_TWO_ONE,
    notes: [],
  },
  {
    name: '3-2-1-1-0',
    title: 'Three copies, two media, one off-site, one immutable, no errors',
    chinese: '3-2-1-1-0 备份原则',
    source: 'blocksandfiles.com, 3-2-1-1-0',
    date: '2022-01-21',
    year: 2022,
    grade: 'reported',
    sector: 'everybody',
    clauses: [
      ...THREE_TWO_ONE,
      clause('At least 1 copy cannot be changed, or is offline.', atLeast('lockedCopies', 1)),
      clause('Every backup copy is checked in full: 0 are not.', atMost('unverified', 0), {
        note: 'damage to copies is not simulated, so a copy that is checked counts as free of errors',
      }),
    ],
    notes: [],
  },
];
