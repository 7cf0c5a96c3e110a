import { describe, expect, it } from 'vitest';
import { office, problemsIn } from '../../support/problems-in.ts';

/** Path and hint of each problem. */
const said = (text: string): readonly string[] =>
  problemsIn(text).map(({ path, hint = '' }) => `${path}: ${hint.split(/[?;] ?known/)[0]}`);

const LINKED = {
  workloads: '{ files: { size: 1 TB, site: here } }',
  sites: '{ here: {}, there: {} }',
  stores: '{ disk: { site: there } }',
};

describe('a misspelt key is one problem', () => {
  it.each([
    [
      'beside the size that is missing',
      { workloads: '{ a: { sise: 1 TB } }' },
      'workloads.a.sise',
      'size',
    ],
    [
      'beside a strategy that never runs',
      { strategies: '{ s: { incremenal: daily } }' },
      'strategies.s.incremenal',
      'incremental',
    ],
    [
      'beside the store that is missing',
      { stores: '{ a: {}, b: {} }', strategies: '{ s: { too: a, full: daily } }' },
      'strategies.s.too',
      'to',
    ],
    [
      'beside a rate that is missing',
      { ...LINKED, links: '{ line: { between: [here, there], rat: 1 Gbit/s } }' },
      'links.line.rat',
      'rate',
    ],
    [
      'beside the ends of a link',
      { ...LINKED, links: '{ line: { betwen: [here, there], rate: 1 Gbit/s } }' },
      'links.line.betwen',
      'between',
    ],
  ])('%s', (_, lines, path, meant) => {
    expect(said(office(lines))).toEqual([`${path}: did you mean ${meant}`]);
  });

  it.each(['start', 'workloads', 'stores', 'strategies'])('of a whole section: %s', (section) => {
    const wrong = `${section}s`;
    const text = office().replace(`${section}:`, `${wrong}:`);
    expect(said(text)).toEqual([`${wrong}: did you mean ${section}`]);
  });

  it('names nothing that is declared under it as unknown', () => {
    const text = office({ strategies: '{ s: { to: disk, full: daily } }' });
    expect(said(text.replace('stores:', 'store:'))).toEqual(['store: did you mean stores']);
  });

  it('does not hide what is wrong besides', () => {
    expect(said(office({ workloads: '{ a: { sise: 1 TB, growth: fast }, b: {} }' }))).toEqual([
      'workloads.a.sise: did you mean size',
      expect.stringMatching(/^workloads\.a\.growth: /),
      expect.stringMatching(/^workloads\.b\.size: write how much there is/),
    ]);
  });

  it('is not mended to a field that is there already', () => {
    const [first] = said(office({ workloads: '{ a: { size: 1 TB, sizes: 2 TB } }' }));
    expect(first).toBe('workloads.a.sizes: did you mean size');
  });

  it('of two that may be one field, mends the first', () => {
    expect(said(office({ workloads: '{ a: { sise: 1 TB, sizze: 2 TB } }' }))[0]).toBe(
      'workloads.a.sise: did you mean size',
    );
  });

  it('in an alias is mended once', () => {
    expect(said(office({ workloads: '{ a: &a { sise: 1 TB }, b: *a }' }))).toEqual([
      'workloads.a.sise: did you mean size',
    ]);
  });
});

describe('an unknown name in several places', () => {
  it('is one problem that says where else', () => {
    const text = `start: 2026-01-05
workloads: { files: { size: 1 TB } }
stores: { disk: {}, vault: {} }
strategies:
  a: { to: dsik, full: daily }
  b: { to: dsik, full: daily }
  c: { to: dsik, full: daily, copies: [{ to: valt }] }
`;
    expect(problemsIn(text).map(({ path, hint }) => [path, hint])).toEqual([
      [
        'strategies.a.to',
        'did you mean disk? known are disk, vault; the same in 2 other places, lines 6, 7',
      ],
      ['strategies.c.copies[0].to', 'did you mean vault? known are disk, vault'],
    ]);
  });

  it('lists five of many lines', () => {
    const strategies = Array.from({ length: 8 }, (_, at) => `  s${at}: { to: x, full: daily }\n`);
    const [only, ...others] = problemsIn(office({ strategies: `\n${strategies.join('')}` }));
    expect(others).toEqual([]);
    expect(only?.hint).toMatch(/; the same in 7 other places, lines 6, 7, 8, 9, 10 and others$/);
  });
});

describe('what stands at another level than it should', () => {
  it('a section that is set in too far is one problem', () => {
    const text = `start: 2026-01-05
workloads:
  files: { size: 1 TB }
  stores:
    disk: {}
strategies: { s: { to: disk, full: daily } }
`;
    expect(problemsIn(text)).toMatchObject([
      {
        path: 'workloads.stores',
        message: 'is a section of its own',
        hint: 'begin its line as that of workloads begins',
        place: { line: 4, column: 3 },
      },
    ]);
  });

  it('a workload may be called as a section is', () => {
    expect(problemsIn(office({ workloads: '{ stores: { size: 1 TB } }' }))).toEqual([]);
  });

  it('an entry that is not set in is one problem', () => {
    const text = office({ workloads: '\nfiles: { size: 1 TB }' });
    expect(problemsIn(text)).toMatchObject([
      {
        path: 'files',
        hint: 'set it in by two spaces, to make it an entry of workloads',
        place: { line: 3, column: 1 },
      },
    ]);
  });
});
