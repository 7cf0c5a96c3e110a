import { describe, expect, it } from 'vitest';
import { cipher } from '../../src/catalog/ciphers.ts';
import { CODECS, codec } from '../../src/catalog/codecs.ts';
import { contentClass } from '../../src/catalog/content-classes.ts';
import { hash } from '../../src/catalog/hashes.ts';
import { LINK_PROFILES, linkProfile } from '../../src/catalog/link-profiles.ts';
import { storeProfile } from '../../src/catalog/store-profiles.ts';
import { tool } from '../../src/catalog/tools.ts';

/** The figures as their publications print them; the catalog holds them in base units. */
describe('figures as published', () => {
  it.each([
    ['md5', 0.6, 1e9, 'xxHash README, i7-9700K, GB/s'],
    ['sha-1', 0.8, 1e9, 'xxHash README, i7-9700K, GB/s'],
    ['xxhash', 31.5, 1e9, 'xxHash README, XXH3, i7-9700K, GB/s'],
    ['sha-256', 1556.66, 2 ** 20, 'smhasher, SHA-NI, Ryzen 5 PRO 3350G, MiB/s'],
    ['crc32c', 5537.79, 2 ** 20, 'smhasher, crc32_hw, Ryzen 5 PRO 3350G, MiB/s'],
    ['blake3', 6866, 2 ** 20, 'BLAKE3-specs bar_chart.py, Xeon 8275CL, MiB/s'],
  ])('%s: %d (%s)', (name, printed, unit) => {
    const rate = hash(name)?.rate;
    expect((rate?.value ?? 0) / unit).toBeCloseTo(printed, 6);
    expect(rate?.grade).toBe('published');
  });

  it('checking 10 TB with MD5 on one core takes 4.6 hours', () => {
    expect(10e12 / (hash('md5')?.rate?.value ?? 0) / 3600).toBeCloseTo(4.63, 2);
  });

  it.each([
    ['zstd-1', 422, 1347, 2.887],
    ['lz4', 577, 3716, 2.101],
    ['zlib-6', 25.3, 344, 3.106],
    ['xz-6', 2.97, 127, 4.308],
  ])('%s: %d and %d MB/s (lzbench 2.0.1, EPYC 9554), ratio %d', (name, into, out, ratio) => {
    const found = codec(name);
    expect((found?.compress?.value ?? 0) / 1e6).toBeCloseTo(into, 6);
    expect((found?.decompress?.value ?? 0) / 1e6).toBeCloseTo(out, 6);
    expect(found?.silesiaRatio.value).toBeCloseTo(ratio, 2);
  });

  it('zstd -1 shrinks Silesia as the zstd README says (2.887), within 0.1 %', () => {
    expect((codec('zstd-1')?.silesiaRatio.value ?? 0) / 2.887).toBeCloseTo(1, 3);
  });

  it('the level that is not in the table lies between its neighbours and says so', () => {
    const [two, three, five] = ['zstd-2', 'zstd-3', 'zstd-5'].map((name) => codec(name));
    expect(three?.compress?.grade).toBe('derived');
    for (const field of ['compress', 'silesiaRatio'] as const) {
      const around = [two, five].map((each) => each?.[field]?.value ?? 0);
      expect(three?.[field]?.value).toBeGreaterThan(Math.min(...around));
      expect(three?.[field]?.value).toBeLessThan(Math.max(...around));
    }
  });

  it('nothing is decompressed slower than it is compressed', () => {
    for (const { compress, decompress } of CODECS) {
      expect(decompress?.value ?? 0).toBeGreaterThanOrEqual(compress?.value ?? 0);
    }
  });

  it('TCP/IPv4 leaves 94.9 % of Ethernet at MTU 1500 and 99.1 % at 9000', () => {
    expect(linkProfile('ethernet/10g')?.goodput.value).toBeCloseTo(0.949, 3);
    expect(linkProfile('ethernet/10g-jumbo')?.goodput.value).toBeCloseTo(0.991, 3);
    expect(linkProfile('ethernet/10g')?.mss.value).toBe(1460);
  });

  it('a link has the rate of its name', () => {
    for (const { name, rate } of LINK_PROFILES) {
      const [, digits = '', letter = ''] = /\/(\d+)([gm])/.exec(name) ?? [];
      expect(rate.value * 8).toBe(Number(digits) * (letter === 'g' ? 1e9 : 1e6));
    }
  });

  it('a NAS port of 10 and 25 GbE gives 1.19 and 2.97 GB/s at MTU 1500', () => {
    expect((storeProfile('nas/10g')?.networkCeiling?.value ?? 0) / 1e9).toBeCloseTo(1.19, 2);
    expect((storeProfile('nas/25g')?.networkCeiling?.value ?? 0) / 1e9).toBeCloseTo(2.97, 2);
  });

  it('Exos X24: 24 TB at 285 MB/s; Micron 9550 MAX: 14 and 10 GB/s', () => {
    const disk = storeProfile('disk/nearline');
    const nvme = storeProfile('nvme/single');
    expect([disk?.driveCapacity.value, disk?.driveRead.value]).toEqual([24e12, 285e6]);
    expect([nvme?.driveRead.value, nvme?.driveWrite.value]).toEqual([14e9, 10e9]);
    expect(disk?.driveRead.grade).toBe('reported');
  });

  it('a disk costs what one of 28 TB did, a drive of flash what one of 30 TB did, by the TB', () => {
    expect(storeProfile('disk/nearline')?.drivePrice.value).toBeCloseTo((570 * 24) / 28, -1);
    expect(storeProfile('nvme/single')?.drivePrice.value).toBeCloseTo((10_950 * 12.8) / 30, 0);
    // In an enclosure: 250 and 500 USD more, which are assumed.
    const [disks, flash] = ['nas/10g', 'nvme/raid10'].map((name) => storeProfile(name)?.drivePrice);
    expect([disks?.value, disks?.grade]).toEqual([489 + 250, 'assumption']);
    expect([flash?.value, flash?.grade]).toEqual([4672 + 500, 'assumption']);
  });

  it('a disk draws 6.3 W when idle, and 41.8 W / 12 more in a NAS for 12', () => {
    expect(storeProfile('disk/nearline')?.drivePower.value).toBe(6.3);
    expect(storeProfile('nas/10g')?.drivePower.value).toBeCloseTo(6.3 + 41.8 / 12, 1);
  });

  it('borg walks a million unchanged files in four minutes (borg FAQ), 4.2 k files/s', () => {
    expect(1e6 / (tool('borg')?.scanRate?.value ?? 0)).toBeCloseTo(240, 6);
  });

  it('an ssh channel has 2 MiB in flight: 280 MB/s at 7.5 ms', () => {
    expect((tool('rsync')?.streamWindow?.value ?? 0) / 0.0075 / 1e6).toBeCloseTo(280, 0);
  });

  it('a restic index takes 56 to 80 MiB a TiB (design document)', () => {
    expect(((tool('restic')?.overhead.value ?? 0) * 2 ** 40) / 2 ** 20).toBeCloseTo(56, 6);
  });

  it('content: what Cumulus, ZipLLM, backup-bench and MLPerf print', () => {
    expect(contentClass('documents')?.changePerDay.value).toBeCloseTo(0.003, 4);
    expect(contentClass('model-parameters')?.duplicates.value).toBeCloseTo(0.032, 3);
    expect(contentClass('source-code')?.compressibility.value).toBeCloseTo(4.72, 2);
    expect((contentClass('model-checkpoints')?.meanFileSize.value ?? 0) / 1e9).toBeCloseTo(10.3, 1);
  });

  it('ciphers are assumptions: the machine that gave their rates has no name', () => {
    expect(cipher('aes-256-gcm')?.rate?.grade).toBe('assumption');
    expect(cipher('chacha20-poly1305')?.rate?.value).toBe(1836.8e6);
  });

  it('medical images are not taken to shrink: 60 TB stay 60 TB until somebody says otherwise', () => {
    const { value, grade, note } = contentClass('medical-images')?.compressibility ?? {};
    expect([value, grade]).toEqual([1, 'assumption']);
    expect(note).toContain('up to 2.38 with gzip');
  });
});
