import { describe, expect, it } from 'vitest';
import { CIPHERS, cipher } from '../../src/catalog/ciphers.ts';
import { CODECS, codec } from '../../src/catalog/codecs.ts';
import { CONTENT_CLASSES, contentClass } from '../../src/catalog/content-classes.ts';
import { ENTRIES, entriesNamed, KINDS, kindNamed } from '../../src/catalog/entry.ts';
import { HASH_NAMES, HASHES, hash } from '../../src/catalog/hashes.ts';
import { LINK_PROFILES, linkProfile } from '../../src/catalog/link-profiles.ts';
import { isSeries, isSourced } from '../../src/catalog/listing.ts';
import { RULEBOOK, rule } from '../../src/catalog/rules/rulebook.ts';
import { GRADES, type Sourced } from '../../src/catalog/sourced.ts';
import { STORAGE_CLASSES, storageClass } from '../../src/catalog/storage-classes.ts';
import { STORE_PROFILES, storeProfile } from '../../src/catalog/store-profiles.ts';
import { TAPE_DRIVES, tapeDrive } from '../../src/catalog/tape-drives.ts';
import { TAPE_PROFILES, tapeProfile } from '../../src/catalog/tape-libraries.ts';
import { TOOLS, tool } from '../../src/catalog/tools.ts';

interface Figure {
  readonly path: string;
  readonly figure: Sourced;
}

const figuresIn = (path: string, value: unknown): readonly Figure[] => {
  if (isSourced(value)) return [{ path, figure: value }];
  if (isSeries(value)) {
    const { values, ...rest } = value;
    return values.map((each) => ({ path, figure: { ...rest, value: each } }));
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => figuresIn(`${path}.${key}`, inner));
};

const FIGURES = ENTRIES.flatMap(({ kind, data }) => figuresIn(`${kind} ${data.name}`, data));

/** The only figures for which nothing is a sensible value. */
const MAY_BE_ZERO =
  /\.(duplicates|perChangedFile|prepare|finish|overhead|least|most|initialisation\.\w+)$/;

describe('every figure of the catalog', () => {
  it('is found by the walk: at least one for each entry that costs or holds something', () => {
    const silent = ENTRIES.filter(
      ({ kind, data }) => kind !== 'rule' && figuresIn(kind, data).length === 0,
    );
    expect(silent.map(({ kind, data }) => `${kind} ${data.name}`)).toEqual([
      'hash none',
      'cipher none',
    ]);
  });

  it.each(FIGURES.map(({ path, figure }) => [path, figure] as const))('%s', (path, figure) => {
    expect(Number.isFinite(figure.value)).toBe(true);
    if (MAY_BE_ZERO.test(path) || figure.unit.startsWith('money/'))
      expect(figure.value).toBeGreaterThanOrEqual(0);
    else expect(figure.value).toBeGreaterThan(0);
    if (figure.unit === 'share' || figure.unit === 'share/day') {
      expect(figure.value).toBeLessThanOrEqual(1);
    }
    if (figure.unit === 'ratio') expect(figure.value).toBeGreaterThanOrEqual(1);
    expect(figure.source.length).toBeGreaterThan(3);
    expect(figure.date).toMatch(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
    expect(Object.hasOwn(GRADES, figure.grade)).toBe(true);
    if (figure.grade === 'assumption') expect(figure.note ?? '').not.toBe('');
  });
});

describe('a range', () => {
  const ranged = FIGURES.flatMap(({ path, figure }) => (figure.range ? [{ path, figure }] : []));

  it.each(ranged.map(({ path, figure }) => [path, figure] as const))('%s', (_, figure) => {
    const { low, high, note } = figure.range ?? { low: Number.NaN, high: Number.NaN, note: '' };
    expect(low).toBeLessThan(high);
    expect(figure.value).toBeGreaterThanOrEqual(low * (1 - 1e-12));
    expect(figure.value).toBeLessThanOrEqual(high * (1 + 1e-12));
    expect(note).not.toBe('');
  });

  it('of data that nothing is known about has the ends of the other classes', () => {
    const generic = contentClass('generic');
    const others = CONTENT_CLASSES.filter((one) => one !== generic);
    // Checkpoints are rewritten: that is no change of data that stay.
    const changing = others.filter(({ name }) => name !== 'model-checkpoints');
    const ends = (all: readonly number[]) => [Math.min(...all), Math.max(...all)];
    const of = (figure: Sourced | undefined) => [figure?.range?.low, figure?.range?.high];
    expect(of(generic?.compressibility)).toEqual(
      ends(others.map(({ compressibility }) => compressibility.value)),
    );
    expect(of(generic?.duplicates)).toEqual(ends(others.map(({ duplicates }) => duplicates.value)));
    expect(of(generic?.changePerDay)).toEqual(
      ends(changing.map(({ changePerDay }) => changePerDay.value)),
    );
  });
});

describe('names', () => {
  it('are unique within a kind and can be typed without quotes', () => {
    const keys = ENTRIES.map(({ kind, data }) => `${kind} ${data.name}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { kind, data } of ENTRIES) {
      // Rules are named as people cite them.
      const names = kind === 'rule' ? /^[a-z0-9][A-Za-z0-9. -]*$/ : /^[a-z0-9][a-z0-9/-]*$/;
      expect(data.name).toMatch(names);
    }
  });

  it('lead back to their entry, and nothing else does', () => {
    for (const each of STORE_PROFILES) expect(storeProfile(each.name)).toBe(each);
    for (const each of TAPE_PROFILES) expect(tapeProfile(each.name)).toBe(each);
    for (const each of TAPE_DRIVES) expect(tapeDrive(each.name)).toBe(each);
    for (const each of STORAGE_CLASSES) expect(storageClass(each.name)).toBe(each);
    for (const each of LINK_PROFILES) expect(linkProfile(each.name)).toBe(each);
    for (const each of CONTENT_CLASSES) expect(contentClass(each.name)).toBe(each);
    for (const each of TOOLS) expect(tool(each.name)).toBe(each);
    for (const each of HASHES) expect(hash(each.name)).toBe(each);
    for (const each of CODECS) expect(codec(each.name)).toBe(each);
    for (const each of CIPHERS) expect(cipher(each.name)).toBe(each);
    for (const each of RULEBOOK) expect(rule(each.name)).toBe(each);
    const all = [
      storeProfile,
      tapeProfile,
      tapeDrive,
      storageClass,
      linkProfile,
      contentClass,
      tool,
      hash,
      codec,
      cipher,
      rule,
    ];
    for (const lookup of all) {
      expect(lookup('constructor')).toBeUndefined();
      expect(lookup('')).toBeUndefined();
    }
  });

  it('of hashes are those a scenario can give, in the order people are shown', () => {
    expect(HASHES.map(({ name }) => name)).toEqual(HASH_NAMES);
  });

  it('may stand for several kinds', () => {
    expect(entriesNamed('generic').map(({ kind }) => kind)).toEqual(['class', 'tool']);
    expect(entriesNamed('none').map(({ kind }) => kind)).toEqual(['hash', 'codec', 'cipher']);
    expect(entriesNamed('nothing')).toEqual([]);
  });
});

describe('kinds', () => {
  it('all have entries, and every entry has a kind', () => {
    expect(new Set(ENTRIES.map(({ kind }) => kind))).toEqual(new Set(Object.keys(KINDS)));
    expect(kindNamed('store')).toBe('store');
    expect(kindNamed('hashes')).toBe('hash');
    expect(kindNamed('toString')).toBeUndefined();
  });
});
