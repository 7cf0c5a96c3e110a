import type { Operation } from './operation.ts';
import type { Quantities } from './quantities.ts';

/**
 * A part of what an operation costs, in proportion to one quantity.
 *
 * @property name as in a profile.
 * @property per the unit that the term is counted by; empty for a fixed part.
 * @property of how much of it a run had, from what it had to do and its processor seconds.
 */
export interface Term {
  readonly name: string;
  readonly per: '' | 'file' | 'B' | 'piece' | 's';
  readonly of: (quantities: Quantities, work: number) => number;
}

const fixed: Term = { name: 'fixed', per: '', of: () => 1 };
const perFile: Term = { name: 'per-file', per: 'file', of: ({ files }) => files };
const read: Term = { name: 'read', per: 'B', of: ({ read: bytes }) => bytes };

/**
 * Processor seconds of each operation, user and system, in the order in which terms are kept where
 * runs cannot tell them apart.
 */
export const WORK: Readonly<Record<Operation, readonly Term[]>> = {
  backup: [
    fixed,
    perFile,
    read,
    { name: 'per-changed-file', per: 'file', of: ({ changed }) => changed },
    { name: 'compress', per: 'B', of: ({ shrinking }) => shrinking },
    { name: 'store', per: 'B', of: ({ stored }) => stored },
  ],
  restore: [fixed, perFile, { name: 'write', per: 'B', of: ({ read: bytes }) => bytes }],
  check: [
    fixed,
    perFile,
    { name: 'held', per: 'B', of: ({ held }) => held },
    { name: 'per-piece', per: 'piece', of: ({ pieces }) => pieces },
  ],
  verify: [fixed, perFile, read],
  forget: [fixed, { name: 'per-piece', per: 'piece', of: ({ pieces }) => pieces }],
  prune: [fixed, { name: 'per-piece', per: 'piece', of: ({ pieces }) => pieces }],
  compact: [fixed, { name: 'held', per: 'B', of: ({ held }) => held }],
  init: [fixed],
};

const busy: Term = { name: 'work', per: 's', of: (_, work) => work };
const stored: Term = { name: 'store', per: 'B', of: ({ stored: bytes }) => bytes };

/**
 * Seconds that pass where nobody else wants a core: a part of the processor seconds, 1 ÷ the cores
 * that are kept busy, and waits for devices and the other end.
 */
export const QUIET: Readonly<Record<Operation, readonly Term[]>> = {
  backup: [busy, fixed, perFile, stored],
  restore: [busy, fixed, perFile, { name: 'write', per: 'B', of: ({ read: bytes }) => bytes }],
  check: [busy, fixed],
  verify: [busy, fixed],
  forget: [busy, fixed],
  prune: [busy, fixed],
  compact: [busy, fixed],
  init: [busy, fixed],
};

/** Bytes that a backup adds to its repository, but for the share of new bytes, which `codec` shrinks. */
export const STORED: readonly Term[] = [
  { name: 'per-point', per: '', of: () => 1 },
  { name: 'per-file', per: 'file', of: ({ files }) => files },
  { name: 'per-changed-file', per: 'file', of: ({ changed }) => changed },
  { name: 'per-touched-file', per: 'file', of: ({ beside }) => beside },
];
