import fc from 'fast-check';
import { expect, it, describe as suite } from 'vitest';
import { describe, ProblemsFound, visible } from '../src/problem.ts';

suite('describe', () => {
  it('says where, what, and what to write', () => {
    const place = { file: 'office.yaml', line: 12, column: 5 };
    const problem = { path: 'stores.disk.capacity', message: '4000 has no unit' };
    expect(describe({ ...problem, hint: 'write "4 TiB"', place })).toBe(
      'office.yaml:12:5: stores.disk.capacity: 4000 has no unit; write "4 TiB"',
    );
    expect(describe(problem)).toBe('stores.disk.capacity: 4000 has no unit');
    expect(describe({ path: '', message: 'is empty', place })).toBe('office.yaml:12:5: is empty');
  });

  it('is one line that no terminal obeys, whatever is in it', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(text, text, text, text, (path, message, hint, file) => {
        const line = describe({ path, message, hint, place: { file, line: 1, column: 1 } });
        const codes = [...line].map((character) => character.codePointAt(0) ?? 0);
        expect(codes.filter((code) => code < 0x20 || (code > 0x7e && code < 0xa0))).toEqual([]);
        expect(line).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069]/);
      }),
    );
  });
});

suite('visible', () => {
  it('shows escapes, line breaks and marks of direction', () => {
    expect(visible('a\u001b[31mb')).toBe('a\\u001b[31mb');
    expect(visible('a\nb')).toBe('a\\u000ab');
    expect(visible('\u202eabc')).toBe('\\u202eabc');
    expect(visible('Größe 数据')).toBe('Größe 数据');
  });

  it('cuts what is too long', () => {
    expect(visible('x'.repeat(300))).toBe(`${'x'.repeat(200)}…`);
    expect(visible('xyz', 2)).toBe('xy…');
  });
});

suite('ProblemsFound', () => {
  it('carries all of them', () => {
    const problems = [
      { path: 'a', message: 'one' },
      { path: 'b', message: 'two' },
    ];
    expect(new ProblemsFound(problems)).toMatchObject({ problems, message: 'one\ntwo' });
  });
});
