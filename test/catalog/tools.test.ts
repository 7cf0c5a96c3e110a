import { describe, expect, it } from 'vitest';
import { cipher } from '../../src/catalog/ciphers.ts';
import { codec } from '../../src/catalog/codecs.ts';
import { hash } from '../../src/catalog/hashes.ts';
import { defaultDialect } from '../../src/catalog/keep-dialect.ts';
import { TOOLS, tool } from '../../src/catalog/tools.ts';

describe('tools', () => {
  it('name codecs, ciphers and hashes that the catalog has', () => {
    for (const each of TOOLS) {
      expect(codec(each.codec)?.name).toBe(each.codec);
      expect(cipher(each.cipher)?.name).toBe(each.cipher);
      expect(hash(each.hash)?.name).toBe(each.hash);
    }
  });

  it('have whole streams and cores, and a dialect that follows from their version', () => {
    for (const { name, version, streams, cores, keepDialect } of TOOLS) {
      expect(Number.isInteger(streams) && streams >= 1).toBe(true);
      expect(cores).toBeGreaterThanOrEqual(1);
      expect(keepDialect).toBe(defaultDialect(name, version));
    }
  });

  it('those that pool chunks store equal content once', () => {
    for (const { style, granularity, mergesDuplicates } of TOOLS) {
      expect(mergesDuplicates).toBe(style === 'dedup');
      expect(granularity.kind === 'chunk').toBe(style === 'dedup');
    }
  });

  it('the ideal tool costs nothing', () => {
    const ideal = tool('generic');
    expect(ideal?.granularity).toEqual({ kind: 'stated' });
    expect([ideal?.codec, ideal?.cipher, ideal?.hash]).toEqual(['none', 'none', 'none']);
    expect([ideal?.scanRate, ideal?.perFile, ideal?.streamWindow]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([ideal?.prepare.value, ideal?.finish.value, ideal?.overhead.value]).toEqual([0, 0, 0]);
    for (const check of [hash('none')?.rate, codec('none')?.compress, cipher('none')?.rate]) {
      expect(check).toBeUndefined();
    }
  });
});
