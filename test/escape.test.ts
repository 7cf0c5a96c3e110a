import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, jsonText, spelled } from '../src/escape.ts';

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

  it('writes a field as it is told', () => {
    const text = jsonText({ a: 1 }, (_, field) => (field === 1 ? 2 : field));
    expect(text).toBe('{\n  "a": 2\n}\n');
  });
});
