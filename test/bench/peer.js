import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RATES, sizeOf } from './scenarios.js';

const SCRIPT = fileURLToPath(new URL('peer.py', import.meta.url));

/**
 * Plays the contention of `scenarios.js` (one route) in SimPy.
 *
 * @param {{ workloads: number, days: number, python?: string }} choice
 * @returns {(import('./engine.js').Totals & { seconds: number }) | null} totals, and the seconds
 *   that the run itself took, start of Python apart; null where SimPy is missing.
 */
export function playPeer({ workloads, days, python = '/usr/bin/python3' }) {
  const sizes = Array.from({ length: workloads }, (_, index) => sizeOf(index));
  const input = JSON.stringify({ ...RATES, sizes, days });
  const { status, stdout, stderr } = spawnSync(python, [SCRIPT], {
    input,
    encoding: 'utf8',
  });
  if (status === 0) return JSON.parse(stdout);
  if (status === null || /No module named 'SimPy'/.test(stderr)) return null;
  throw new Error(stderr);
}
