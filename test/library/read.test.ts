import { describe, expect, it } from 'vitest';
import { asText, read, simulate } from '../../src/index.ts';

const OFFICE = `
start: 2026-01-05
workloads: { files: { size: 4 TB } }
stores: { disk: { profile: nas/10g } }
strategies: { nightly: { incremental: daily at 22:00 } }
`;

describe('the library', () => {
  it('reads, plays and writes what the command line writes', async () => {
    const office = read(OFFICE);
    if (!office.ok) throw new Error('the scenario is not read');
    const result = await simulate(office.value);
    expect(result.advice.take).toBe('nightly');
    expect(asText(result)).toMatch(/\nRecommended: nightly, .* at the peak\n$/);
  });

  it('sets fields, and gives every problem by its path', () => {
    const wrong = read(OFFICE, { set: { 'stores.disk.drives': 'many', horizon: 'x' } });
    expect(wrong.ok ? [] : wrong.problems.map(({ path }) => path).sort()).toEqual([
      'horizon',
      'stores.disk.drives',
    ]);
  });

  it('asks for the data files that a scenario names, and takes their texts', () => {
    const sampled = OFFICE.replace('size: 4 TB', 'size: { sample: sizes.csv }');
    expect(read(sampled)).toMatchObject({
      ok: false,
      problems: [{ message: '"sizes.csv" is not given' }],
    });
    expect(read(sampled, { files: { 'sizes.csv': '4 TB\n5 TB\n' } }).ok).toBe(true);
  });

  it('takes a price book, and says what is wrong with one', () => {
    expect(read(OFFICE, { prices: 'currency: USD' })).toMatchObject({ ok: false });
  });
});
