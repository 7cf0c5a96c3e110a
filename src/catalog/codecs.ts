import { type Origin, type Sourced, sourced } from './sourced.ts';

/**
 * A codec; all rates are uncompressed bytes/s on one core.
 *
 * @property compress, decompress absent if they cost no time (`none`).
 * @property silesiaRatio bytes before ÷ bytes after on the Silesia corpus, a mix of text, code,
 *   databases and images; your data differ.
 */
export interface Codec {
  readonly name: string;
  readonly title: string;
  readonly compress?: Sourced;
  readonly decompress?: Sourced;
  readonly silesiaRatio: Sourced;
}

const LZBENCH: Origin = {
  source: 'lzbench 2.0.1 results (inikep/lzbench ef6505c)',
  date: '2025-02-11',
  grade: 'published',
};

const CPU = 'EPYC 9554 at 3.10 GHz, turbo off, one thread, silesia.tar';
const SILESIA = 211_947_520;

/** A row of the lzbench table: MB/s in, MB/s out, compressed bytes. */
type Row = readonly [compress: number, decompress: number, bytes: number];

function codecOf(name: string, title: string, row: Row, origin = LZBENCH, note = CPU): Codec {
  const [compress, decompress, bytes] = row;
  return {
    name,
    title,
    compress: sourced(compress * 1e6, 'B/s', origin, note),
    decompress: sourced(decompress * 1e6, 'B/s', origin, note),
    silesiaRatio: sourced(
      SILESIA / bytes,
      'ratio',
      origin,
      `${SILESIA} B by the bytes left; ${note}`,
    ),
  };
}

const ZSTD_2: Row = [344, 1246, 69_503_444];
const ZSTD_5: Row = [125, 1197, 63_040_310];

/** Geometric interpolation: level 3 is a third of the way from level 2 to level 5. */
const third = (from: number, to: number): number => from ** (2 / 3) * to ** (1 / 3);
const ZSTD_3: Row = [
  third(ZSTD_2[0], ZSTD_5[0]),
  third(ZSTD_2[1], ZSTD_5[1]),
  third(ZSTD_2[2], ZSTD_5[2]),
];

/** Every codec in display order; within a family from fast to slow. */
export const CODECS: readonly Codec[] = [
  {
    name: 'none',
    title: 'No compression',
    silesiaRatio: sourced(1, 'ratio', { source: 'by definition', date: '2026', grade: 'derived' }),
  },
  codecOf('lz4', 'LZ4 1.10.0', [577, 3716, 100_880_800]),
  codecOf('lz4hc-9', 'LZ4 HC 1.10.0, level 9', [30.9, 3527, 77_884_448]),
  codecOf('snappy', 'Snappy 1.2.1', [401, 1077, 101_415_443]),
  codecOf('zstd-1', 'Zstandard 1.5.6, level 1', [422, 1347, 73_421_914]),
  codecOf('zstd-2', 'Zstandard 1.5.6, level 2', ZSTD_2),
  codecOf(
    'zstd-3',
    'Zstandard 1.5.6, level 3',
    ZSTD_3,
    { ...LZBENCH, grade: 'derived' },
    `geometric interpolation between levels 2 and 5; ${CPU}`,
  ),
  codecOf('zstd-5', 'Zstandard 1.5.6, level 5', ZSTD_5),
  codecOf('zstd-8', 'Zstandard 1.5.6, level 8', [62.9, 1319, 60_015_064]),
  codecOf('zstd-11', 'Zstandard 1.5.6, level 11', [34.4, 1332, 58_262_299]),
  codecOf('zstd-15', 'Zstandard 1.5.6, level 15', [8.36, 1369, 57_168_834]),
  codecOf('zstd-22', 'Zstandard 1.5.6, level 22', [2.08, 1073, 52_333_880]),
  codecOf('zlib-1', 'zlib 1.3.1, level 1', [93.0, 323, 77_259_029]),
  codecOf('zlib-6', 'zlib 1.3.1, level 6', [25.3, 344, 68_228_431]),
  codecOf('zlib-9', 'zlib 1.3.1, level 9', [10.3, 348, 67_644_548]),
  codecOf('libdeflate-6', 'libdeflate 1.23, level 6', [84.3, 912, 67_510_615]),
  codecOf('brotli-5', 'Brotli 1.1.0, level 5', [37.1, 451, 59_555_446]),
  codecOf('bzip2-9', 'bzip2 1.0.8, level 9', [13.1, 37.5, 54_572_811]),
  codecOf('xz-0', 'xz 5.6.3, level 0', [23.6, 98.2, 62_579_435]),
  codecOf('xz-6', 'xz 5.6.3, level 6', [2.97, 127, 49_195_929]),
  codecOf('xz-9', 'xz 5.6.3, level 9', [2.57, 123, 48_745_306]),
];

/** The codec of that name, if there is one. */
export const codec = (name: string): Codec | undefined => CODECS.find((each) => each.name === name);
