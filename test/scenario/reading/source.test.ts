import { describe, expect, it } from 'vitest';
import { MOST_TEXT, parseSource } from '../../../src/scenario/reading/source.ts';
import { office, problemsIn } from '../../support/problems-in.ts';

const MANY = 100_000;
const many = (line: (index: number) => string): string =>
  Array.from({ length: MANY }, (_, index) => `${line(index)}\n`).join('');

describe('hostile text', () => {
  it('with 100 000 unknown keys gives a problem for each, at its line', () => {
    const problems = problemsIn(office() + many((index) => `key${index}: 1`));
    expect(problems).toHaveLength(MANY);
    expect(problems[MANY - 1]).toMatchObject({ path: 'key99999', place: { line: MANY + 4 } });
  });

  it('with one key 100 000 times gives a problem for each but the first', () => {
    const problems = problemsIn(office() + many(() => 'note: a'));
    expect(problems).toHaveLength(MANY - 1);
    expect(problems[0]).toMatchObject({ path: 'note', message: 'stands here twice' });
    expect(problems[0]?.place).toEqual({ file: 'office.yaml', line: 6, column: 1 });
  });

  it('with aliases that explode is refused', () => {
    const levels = 'abcdefghij'.split('').map((name, index, all) => {
      const before = all[index - 1];
      return `${name}: &${name} [${Array(9).fill(before ? `*${before}` : 'x')}]\n`;
    });
    expect(problemsIn(levels.join(''))).toMatchObject([{ path: '', message: /aliases/ }]);
  });

  it('with an alias that leads nowhere is refused', () => {
    expect(problemsIn(office({ name: '*nobody' }))).toMatchObject([{ message: /lead nowhere/ }]);
  });

  it.each([
    ['a list in itself', 'note: &a [*a]', 'note[0]', 5, 11],
    ['a mapping in itself', 'note: &a { x: *a }', 'note.x', 5, 12],
    ['two in each other', 'note: &a { x: &b [1, *a] }', 'note.x[1]', 5, 22],
  ])('with %s by way of an alias is refused at the alias', (_, line, path, row, column) => {
    const [problem, ...more] = problemsIn(`${office()}${line}\n`);
    expect(problem).toMatchObject({ path, message: 'is an alias of what it is part of' });
    expect(problem?.place).toEqual({ file: 'office.yaml', line: row, column });
    expect(more).toEqual([]);
  });

  it('nested too deep by way of aliases is refused, though no line of it is', () => {
    const lists = Array.from({ length: 5 }, (_, level) => {
      const inner = level === 0 ? 'x' : `*k${level - 1}`;
      return `k${level}: &k${level} ${'['.repeat(30)}${inner}${']'.repeat(30)}\n`;
    });
    expect(problemsIn(lists.join(''))).toMatchObject([{ message: 'is nested too deeply' }]);
  });

  // How deep the parser itself goes depends on the stack: from 100 on the answer must not.
  it.each([101, 1_000, 3_000, 20_000, 200_000])('nested %i deep is refused', (depth) => {
    const note = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(problemsIn(office({ note }))).toMatchObject([{ message: 'is nested too deeply' }]);
  });

  it('nested less deep is told what is wrong', () => {
    const growth = `${'{ p10: '.repeat(90)}1${' }'.repeat(90)}`;
    const problems = problemsIn(office({ workloads: `{ a: { size: 1 TB, growth: ${growth} } }` }));
    expect(problems.map(({ path }) => path)).toContain('workloads.a.growth.p10');
  });

  it('over 16 MiB is refused before it is parsed', () => {
    const [over] = problemsIn('{'.repeat(MOST_TEXT + 1));
    expect(over).toMatchObject({ message: 'is larger than 16 MiB', place: { line: 1, column: 1 } });
  });

  it.each(['', ' \n\n', '\ufeff'])('that is empty (%j) is told so', (text) => {
    expect(problemsIn(text)[0]?.message).toMatch(/is empty|nothing/);
  });

  it.each([
    ['- a', 'is not a scenario but a list'],
    ['hello', 'is not a scenario but text'],
    ['42', 'is not a scenario but a number'],
    ['# nothing', 'is not a scenario but nothing'],
  ])('that is something else (%s) is told so', (text, message) => {
    expect(problemsIn(text)).toMatchObject([{ message, hint: expect.stringMatching(/workloads/) }]);
  });

  it.each([
    ['\tname: x', /tab/],
    ['name: "x', /quote, bracket, colon or comma is missing/],
    ['name: a: b', /second colon/],
    ['a: 1\n---\nb: 2', /second document/],
    ['a: @x', /no value may begin/],
  ])('that is no YAML (%j) is told where and why, and not quoted', (text, message) => {
    for (const problem of problemsIn(text)) {
      expect(problem.message).toMatch(/^is not YAML: /);
      expect(problem.hint).toMatch(/\w/);
    }
    expect(problemsIn(text)[0]?.message).toMatch(message);
  });

  it.each([
    ['? [a, b]\n: 1\n', '', /not text/],
    [': 1\n', '', /not text/],
    ['__proto__: { size: 1 TB }\n', '__proto__', /no name/],
    ['<<: { name: x }\n', '<<', /not a field/],
  ])('with the key of %j is refused at the key', (line, path, message) => {
    const found = problemsIn(office() + line);
    expect(found).toMatchObject([{ path, message }]);
    expect(found[0]?.place?.line).toBe(5);
  });

  it('with __proto__ as a name does not lose a workload silently', () => {
    const workloads = '{ a: { size: 1 TB }, __proto__: { size: 9 TB } }';
    expect(problemsIn(office({ workloads }))).toMatchObject([{ path: 'workloads.__proto__' }]);
  });

  it('may use names that objects have, aliases and null as a name', () => {
    const workloads = '{ constructor: &c { size: 1 TB }, toString: *c, "null": *c }';
    expect(problemsIn(office({ workloads }))).toEqual([]);
  });
});

describe('places', () => {
  const source = parseSource('a.b:\n  c:\n    - d: 1\n    - d: 2\nquoted: "x"\n"k": 3\n', 'x.yaml');
  it.each([
    ['a.b', 1, 1],
    ['a.b.c', 2, 3],
    ['a.b.c[1]', 4, 7],
    ['a.b.c[1].d', 4, 7],
    ['a.b.c.1.d', 4, 7],
    ['a.b.missing', 1, 1],
    ['quoted', 5, 1],
    ['k', 6, 1],
    ['', 1, 1],
  ])('of %s are found, or of what is nearest', (path, line, column) => {
    expect(source.placeOf(path)).toEqual({ file: 'x.yaml', line, column });
  });
});

describe('brackets that open and open', () => {
  it.each(['{', '['])('are refused at once: %s', (bracket) => {
    const { problems } = parseSource(bracket.repeat(5_000_000), 'open.yaml');
    expect(problems.map(({ message }) => message)).toEqual(['is nested too deeply']);
  });
});
