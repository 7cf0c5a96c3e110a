import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainJson } from '../../../src/scenario/reading/plain-json.ts';
import { parseSource } from '../../../src/scenario/reading/source.ts';

const FILE = 'many.json';
const DEEP = 100;

/** What there is in JSON, with names and texts that hold colons, and some with quotes and backslashes. */
const text = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[^"\\\p{C}]*$/u) },
  { weight: 20, arbitrary: fc.constantFrom(':', 'a: b', '{', '', ' ', '数据') },
  { weight: 1, arbitrary: fc.constantFrom('"', '\\', '\\"', '":"', '"\\', '\n') },
);
const name = text.filter((one) => one !== '__proto__');
const { tree: value } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree')),
    fc.dictionary(name, tie('tree')),
  ),
}));

describe('JSON', () => {
  it('is read without the tree of a YAML text, to the same value', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value), fc.nat(3), (all, space) => {
        const written = JSON.stringify(all, null, space);
        const { value: read, problems } = parseSource(written, FILE);
        expect([read, problems]).toEqual([parse(written, { logLevel: 'silent' }), []]);
        if (!written.includes('\\')) expect(plainJson(written, DEEP)).toEqual(read);
      }),
    );
  });

  it('has the places that it has as YAML', () => {
    const { value: read, place, placeOf } = parseSource('{\n  "a": {\n    "b.c": [1, 2]}}', FILE);
    expect(read).toEqual({ a: { 'b.c': [1, 2] } });
    expect(place(['a', 'b.c', 1])).toEqual({ file: FILE, line: 3, column: 16 });
    expect(placeOf('a.b.c')).toEqual({ file: FILE, line: 3, column: 5 });
  });

  it.each([
    ['a key that stands twice', '{"a": 1, "b": {"c": ":", "a": 2, "c": 3}}', 'b.c'],
    ['the same, written otherwise', '{"a": 1, "\\u0061": 2}', 'a'],
    ['a key that is no name', '{"a": {"__proto__": 1}}', 'a.__proto__'],
  ])('with %s is read as YAML, which tells where', (_, written, path) => {
    expect(plainJson(written, DEEP)).toBeUndefined();
    expect(parseSource(written, FILE).problems).toMatchObject([{ path, place: { line: 1 } }]);
  });

  it.each([
    ['is cut off', '{"a": 1'],
    ['is a text', '"a: 1"'],
    ['is a number', '12'],
    ['has a comma too many', '{"a": 1,}'],
    ['has a comment', '{"a": 1} # b'],
    ['has a backslash', '{"\\"": 1, "\\"\\\\": 2}'],
    ['is nested too deeply', `{"a": ${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`],
  ])('that %s is left to YAML', (_, written) => {
    expect(plainJson(written, DEEP - 1)).toBeUndefined();
  });
});
