import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { untidy } from './front-door.ts';
import { hunt } from './hunt.ts';
import { mutated } from './mutation.ts';

const folder = mkdtempSync(join(tmpdir(), 'backcast-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a hunt', () => {
  const large = (fault: (input: number) => string | null) => ({
    inputs: fc.nat(100_000),
    fault: async (input: number) => fault(input),
  });

  it('makes what fails as small as it gets and keeps it in a file', async () => {
    const fuzzer = large((input) => (input > 100 ? `${input} is too many` : null));
    const { found } = await hunt('numbers', fuzzer, 7, folder);
    expect(found).toEqual({ file: `${folder}/numbers-7.json`, fault: '101 is too many' });
    expect(JSON.parse(readFileSync(`${folder}/numbers-7.json`, 'utf8'))).toEqual({
      kind: 'numbers',
      fault: '101 is too many',
      input: 101,
    });
  });

  it('takes what is thrown for a fault, and is done where there is none', async () => {
    const throwing = large(() => {
      throw new Error('odd');
    });
    expect((await hunt('thrown', throwing, 7, folder)).found?.fault).toMatch(/^Error: odd\n +at /u);
    const sound = large(() => null);
    expect(await hunt('sound', sound, 7, folder)).toEqual({ tries: 100, found: null });
  });
});

describe('what is printed is untidy', () => {
  const argv = ['simulate', '-'];
  const json = [...argv, '--json'];
  const problem = { path: 'a', message: 'is odd', line: 1, column: 1 };
  const problems = (...all: object[]): string => JSON.stringify({ problems: all });

  it.each([
    [{ argv, code: 1, out: '', err: 'odd' }, /^exit code 1/u],
    [{ argv, code: 70, out: '', err: 'odd' }, /^exit code 70/u],
    [{ argv, code: 0, out: 'peak: NaN TB', err: '' }, /^NaN is printed/u],
    [{ argv, code: 0, out: 'named [object Object]', err: '' }, /^\[object {2}is printed/u],
    [{ argv, code: 2, out: '', err: 'Error: x\n    at f (/a/b.ts:1:2)\n' }, /^a stack trace/u],
    [{ argv, code: 0, out: 'red \u001b[31m', err: '' }, /^characters that steer/u],
    [{ argv, code: 2, out: '', err: '' }, /^refused without a word/u],
    [{ argv: json, code: 0, out: '{"trials":-1}', err: '' }, /^the result breaks/u],
    [{ argv: json, code: 2, out: problems(), err: '' }, /^refused without a problem/u],
    [
      { argv: json, code: 2, out: problems({ ...problem, line: 9 }), err: '' },
      /^a problem without/u,
    ],
  ])('%#', (printed, fault) => {
    expect(untidy(printed, 'a: 1\n')).toMatch(fault);
  });

  it('but not where the document says so itself, or all is well', () => {
    expect(untidy({ argv, code: 0, out: 'NaN of nan.yaml', err: '' }, 'name: NaN')).toBeNull();
    expect(untidy({ argv: json, code: 2, out: problems(problem), err: '' }, 'a: 1\n')).toBeNull();
  });
});

describe('a document that is changed', () => {
  const document = { a: { size: '4 TB' }, list: [1, 2] };

  it('has one node that differs', () => {
    // Its nodes are a, list, a.size and the two of the list.
    expect(mutated(document, [{ kind: 'drop', at: 2 }])).toEqual({ a: {}, list: [1, 2] });
    expect(mutated(document, [])).toEqual(document);
    const unit = mutated(document, [{ kind: 'unit', at: 2, by: 'km' }]);
    expect(unit).toEqual({ a: { size: '4 km' }, list: [1, 2] });
    const number = mutated(document, [{ kind: 'number', at: 2, by: '1e300' }]);
    expect(number).toEqual({ a: { size: '1e300 TB' }, list: [1, 2] });
    const doubled = mutated(document, [{ kind: 'double', at: 3 }]);
    expect(doubled).toEqual({ a: { size: '4 TB' }, list: [1, 2, 1] });
    const renamed = mutated(document, [{ kind: 'rename', at: 0, by: '__proto__' }]);
    expect(JSON.stringify(renamed)).toBe('{"list":[1,2],"__proto__":{"size":"4 TB"}}');
    expect(document).toEqual({ a: { size: '4 TB' }, list: [1, 2] });
  });

  it('has no other number where there is a mapping, whatever its fields are called', () => {
    const named = { a: { toString: 1 } };
    expect(mutated(named, [{ kind: 'number', at: 0, by: '7' }])).toEqual(named);
  });

  it('may hold itself', () => {
    const around = mutated(document, [{ kind: 'alias', at: 2, with: 0 }]) as typeof document;
    expect(around.a.size).toBe(around.a);
  });
});
