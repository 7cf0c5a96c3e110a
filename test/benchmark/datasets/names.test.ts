import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldersOf } from '../../../src/benchmark/datasets/folders.ts';
import { HOSTILE_KINDS, hostileName } from '../../../src/benchmark/datasets/hostile-names.ts';
import { fewFiles } from '../../support/trees/made-tree.ts';

describe('hostile names', () => {
  const names = Array.from({ length: 30 * HOSTILE_KINDS }, (_, serial) => hostileName(serial));
  const first = names.slice(0, HOSTILE_KINDS).map((name) => Buffer.from(name));

  it('are all different, and all can be names', () => {
    expect(new Set(names.map((name) => Buffer.from(name).toString('hex'))).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(255);
      expect(name.includes(0) || name.includes(0x2f)).toBe(false);
      expect(['.', '..']).not.toContain(Buffer.from(name).toString());
    }
  });

  it('are hostile in all the ways that are known to break things', () => {
    const texts = first.map((name) => name.toString('latin1'));
    const kinds = [/\n/, /^-/, /^--checkpoint-action=/, /'/, /"/, /\$\(/, /`/, /\\/, /^ /, / $/];
    for (const kind of [...kinds, /[*?[]/, /^~/, /:/, /\t/, /\r/]) {
      expect(
        texts.some((text) => kind.test(text)),
        `${kind}`,
      ).toBe(true);
    }
    expect(first.some((name) => name.length === 255)).toBe(true);
    const notUtf8 = first.filter((name) => !Buffer.from(name.toString('utf8')).equals(name));
    expect(notUtf8.length).toBeGreaterThan(2);
    const normal = first.map((name) => name.toString('utf8').normalize('NFC'));
    expect(new Set(normal).size).toBeLessThan(normal.length);
  });
});

describe('folders', () => {
  it('are as deep as asked for and no deeper, each below one that comes before it', () => {
    const recipes = fc
      .record({ files: fc.integer({ min: 1, max: 3000 }), depth: fc.integer({ min: 0, max: 20 }) })
      .map((fields) => fewFiles(fields));
    fc.assert(
      fc.property(recipes, fc.nat(), (recipe, seed) => {
        const { holding, empty } = foldersOf(recipe, seed);
        const depths = holding.map((path) => (path === '' ? 0 : path.split('/').length));
        expect(Math.max(...depths)).toBe(recipe.depth);
        const seen = new Set(['']);
        for (const path of [...holding.slice(1), ...empty]) {
          expect(seen.has(path.split('/').slice(0, -1).join('/'))).toBe(true);
          expect(path.split('/').length).toBeLessThanOrEqual(recipe.depth);
          expect(seen.has(path)).toBe(false);
          seen.add(path);
        }
        expect(empty.length > 0).toBe(recipe.depth > 0);
      }),
    );
  });
});
