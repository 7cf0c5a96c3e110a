import { describe, expect, it } from 'vitest';
import { searchCatalog } from '../../src/catalog/search.ts';

const names = (word: string): readonly string[] =>
  searchCatalog(word).entries.map(({ data }) => data.name);

describe('a search of the catalog', () => {
  it.each([
    ['database', 'transactions'],
    ['Databases', 'transactions'],
    ['PACS', 'medical-images'],
    ['veeam', 'vm-images'],
    ['restic', 'restic'],
    ['dicom', 'medical-images'],
    ['nas', 'nas/10g'],
  ])('for %s finds %s first', (word, name) => {
    expect(names(word)[0]).toBe(name);
  });

  it('takes a word that is spelt wrongly for the nearest, and says so', () => {
    expect(searchCatalog('veem')).toMatchObject({ taken: ['veeam'] });
  });

  it('finds nothing where there is nothing', () => {
    expect(searchCatalog('qqqq')).toEqual({ entries: [], taken: [] });
    expect(searchCatalog('')).toEqual({ entries: [], taken: [] });
  });

  it('knows no word that leads nowhere', () => {
    const words = [
      'db',
      'glacier',
      'worm',
      'gdpr',
      'internet',
      'lan',
      's3',
      'google',
      'raid',
      'lto',
    ];
    for (const word of words) expect(names(word), word).not.toEqual([]);
  });
});
