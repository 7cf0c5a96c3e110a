import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, jsonPieces, jsonText, spelled } from '../src/escape.ts';

const HARMFUL = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;

describe('escaped text', () => {
  it('spells out what steers a terminal, and nothing else', () => {
    expect(escaped('a\u001b[31mb\n\u202ec')).toBe('a\\u001b[31mb\\u000a\\u202ec');
    expect(escaped('Größe 数据 👩‍👩‍👧')).toContain('Größe 数据');
    expect(spelled('<')).toBe('\\u003c');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(escaped(text)).not.toMatch(HARMFUL);
      }),
    );
  });
});

describe('JSON text', () => {
  it('gives back what was written, over several lines and without harm', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = jsonText(value);
        expect(text.replaceAll('\n', '')).not.toMatch(HARMFUL);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(text.endsWith('\n')).toBe(true);
      }),
    );
  });

  it('is the same in pieces', () => {
    const deep = { depthIdentifier: 'deep', maxDepth: 9 } as const;
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary', ...deep }), (value) => {
        expect([...jsonPieces(value)].join('')).toBe(jsonText(value));
      }),
    );
    const nested = { a: [[{ b: [[[{ c: ['\u202e', [], {}, null] }], []]] }]], d: undefined };
    expect([...jsonPieces(nested)].join('')).toBe(jsonText(nested));
  });

  it('comes in pieces of bounded length, and with its numbers as it is told', () => {
    const pieces = [...jsonPieces({ all: Array.from({ length: 100_000 }, () => 1) }, () => 2)];
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(66_000);
    expect(pieces.length).toBeGreaterThan(10);
    expect(pieces.join('')).toBe(jsonText({ all: Array.from({ length: 100_000 }, () => 2) }));
  });
});
