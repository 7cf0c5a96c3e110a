import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replicaWorkspace, workspace } from '../../src/model/workspace.ts';

const GIB = 2 ** 30;
const TIB = 2 ** 40;

interface ChainCase {
  readonly id: string;
  readonly title: string;
  readonly inputs: {
    readonly style: string;
    readonly sourceSizeGiB: number;
    readonly changePerRunPercent: number;
    readonly dataLeftAfterReductionPercent: number;
    readonly growthPerYearPercent: number;
  };
  readonly expected: { readonly workspaceGiB: number };
}

const chains = JSON.parse(
  readFileSync(new URL('../oracles/data/restore-point-chains.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly ChainCase[] };

describe('workspace, as the Restore Point Simulator prints it', () => {
  for (const { id, title, inputs, expected } of chains.cases) {
    if (inputs.growthPerYearPercent !== 0) continue;
    it(`${id}: ${title} (tdewin/rps, commit 4e26f73)`, () => {
      const source = inputs.sourceSizeGiB * GIB;
      const room =
        inputs.style === 'replica'
          ? replicaWorkspace(source, inputs.changePerRunPercent / 100)
          : workspace(source, inputs.dataLeftAfterReductionPercent / 100);
      expect(room / GIB / expected.workspaceGiB).toBeCloseTo(1, 9);
    });
  }
});

describe('workspace, laws', () => {
  const size = fc.double({ min: 0, max: 2000 * TIB, noNaN: true });
  const left = fc.double({ min: 0.01, max: 1, noNaN: true });

  it('grows with the source, by no more than 105 % and no less than 10 % of it', () => {
    fc.assert(
      fc.property(size, size, left, (a, b, share) => {
        const more = Math.abs(workspace(a, share) - workspace(b, share));
        const bytes = Math.abs(a - b) * share;
        expect(more).toBeGreaterThanOrEqual(0.1 * bytes - 1e6);
        expect(more).toBeLessThanOrEqual(1.05 * bytes + 1e6);
      }),
    );
  });

  it('a replica never needs more than all of its source, unreduced', () => {
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 1, noNaN: true }), (source, change) => {
        expect(replicaWorkspace(source, change)).toBeLessThanOrEqual(workspace(source, 1));
        if (change >= 1 / 3) expect(replicaWorkspace(source, change)).toBe(workspace(source, 1));
      }),
    );
  });
});
