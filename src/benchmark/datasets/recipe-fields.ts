import { z } from 'zod';
import type { Recipe } from './recipe.ts';
/** trial */
export const recipe = [
  {
    shape: ['files'] as const,
    schema: z.looseObject({ files: z.number() }).transform(
      ({ files }): Recipe => ({
        kind: 'files',
        files,
        sizes: [{ weight: 1, median: 8192, sigma: 1.5, largest: 1e7 }],
        depth: 3,
        compressibility: 2,
        duplicates: 0.1,
        hostileNames: false,
        change: { changed: 0.05, added: 0.01, removed: 0.01, renamed: 0.01, within: null },
      }),
    ),
  },
];
