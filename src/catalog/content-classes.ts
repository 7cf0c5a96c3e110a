import { ASSUMED, assumed, type Origin, ranging, type Sourced, sourced } from './sourced.ts';

/**
 * Defaults for the data of a workload.
 *
 * @property compressibility bytes before ÷ bytes after, with a general-purpose codec unless noted.
 * @property duplicates share of the bytes that occur elsewhere in the same data.
 * @property meanFileSize in bytes.
 * @property changePerDay share of the data changed or, for `append`, added per day.
 * @property skew the share `hot` of the data gets the share `takes` of changes; absent: uniform.
 * @property similarity how a new state differs from the old one: changed `blocks`, `append`ed data
 *   only, scattered tensor elements (`element-sparse`), or a full `rewrite`.
 */
export interface ContentClass {
  readonly name: string;
  readonly title: string;
  readonly compressibility: Sourced;
  readonly duplicates: Sourced;
  readonly meanFileSize: Sourced;
  readonly changePerDay: Sourced;
  readonly skew?: { readonly hot: Sourced; readonly takes: Sourced };
  readonly similarity: 'blocks' | 'append' | 'element-sparse' | 'rewrite';
  readonly note: string;
}

const origin = (source: string, date: string, grade: Origin['grade']): Origin => ({
  source,
  date,
  grade,
});

const NVCOMP = origin(
  'NVIDIA developer blog, Cut Checkpoint Costs with nvCOMP',
  '2026-04',
  'published',
);
const ZIPNN = origin('ZipNN, arXiv 2411.05239, as quoted', '2024-11', 'secondary');
const ZIPLLM = origin('ZipLLM, NSDI 2026', '2026', 'derived');
const MLPERF = origin('MLPerf Storage v2 submission guidelines, table 2', '2025', 'derived');
const BLOOM = origin('bigscience tr11-176B-ml README', '2022', 'derived');
const HUB = origin('Hugging Face blog, From Files to Chunks', '2024-11-20', 'published');
const WALLACE = origin('Wallace et al., FAST 2012, figure 10', '2012', 'secondary');
const HP_D2D = origin('HP D2D Backup System Concepts Guide (EH985-90915)', '2011-03', 'published');
const CUMULUS = origin('Vrable et al., Cumulus, FAST 2009, table 2', '2009', 'secondary');
const POLICRONIADES = origin('Policroniades and Pratt, USENIX 2004', '2004', 'secondary');
const DONG = origin('Dong et al., FAST 2011; Lin et al., FAST 2014', '2014', 'derived');
const REVDEDUP = origin('Ng and Lee, RevDedup, arXiv 1302.0621', '2013-02', 'derived');
const CLUNIE = origin(
  'Clunie, Lossless Compression of Grayscale Medical Images, SPIE Medical Imaging 2000, abstract',
  '2000',
  'excerpt',
);
const BACKUP_BENCH = origin('deajan/backup-bench, 2022-08-19 series', '2022-08-19', 'derived');
const HARNIK = origin('Harnik et al., FAST 2013', '2013', 'secondary');
/** The ends of data that nothing is known about: those of the other classes. */
const OTHER_CLASSES: Origin = {
  ...ASSUMED,
  source: 'the other classes of this catalog',
  grade: 'derived',
};
const SILESIA: Origin = { ...ASSUMED, source: 'zstd README, Silesia corpus', date: '2024-07-26' };

/** Text, code and logs are assumed to compress like the Silesia corpus with zstd level 1. */
const LIKE_SILESIA = sourced(
  2.887,
  'ratio',
  SILESIA,
  'zstd -1 on a mixed corpus, taken for this class',
);
const NO_DUPLICATES = assumed(0, 'share', 'nothing stands twice');

/** Values of `class` of a workload, in display order. */
export const CONTENT_CLASSES: readonly ContentClass[] = [
  {
    name: 'model-parameters',
    title: 'Weights of trained models',
    compressibility: ranging(
      sourced(
        1.06,
        'ratio',
        ZIPNN,
        'plain zstd on fp32 weights; a codec made for bf16 weights saves about 33 %',
      ),
      1.06,
      1 / (1 - 0.33),
      ZIPNN,
      'plain zstd on fp32; a codec made for bf16',
    ),
    duplicates: ranging(
      sourced(1 - 41.8 / 43.19, 'share', ZIPLLM, 'whole files of 3048 models'),
      1 - 41.8 / 43.19,
      1 - 39.61 / 43.19,
      ZIPLLM,
      'whole files; single tensors',
    ),
    meanFileSize: sourced(1e9, 'B', HUB, 'about 1 GB for safetensors files'),
    changePerDay: assumed(1 / 30, 'share/day', 'every model is replaced once in 30 days'),
    similarity: 'element-sparse',
    note: 'Weights only, 2 B a parameter in bf16; for training state take model-checkpoints.',
  },
  {
    name: 'model-checkpoints',
    title: 'Resumable training checkpoints',
    compressibility: ranging(
      sourced(
        1.27,
        'ratio',
        NVCOMP,
        'dense models, whole checkpoint; up to 1.40 for mixtures of experts',
      ),
      1.27,
      1.4,
      NVCOMP,
      'dense models; mixtures of experts',
    ),
    duplicates: assumed(0, 'share', 'chunks of a pre-training checkpoint hardly repeat'),
    meanFileSize: sourced(5.29e12 / 512, 'B', MLPERF, '405 B parameters: 5.29 TB by 512 ranks'),
    changePerDay: sourced(1, 'share/day', BLOOM, 'saved every 3 h or so, and every save is new'),
    similarity: 'rewrite',
    note: 'About 13 to 15 B a parameter with optimiser state; deduplication gains little.',
  },
  {
    name: 'training-data',
    title: 'Training corpora in shards',
    compressibility: assumed(1, 'ratio', 'shards (parquet, JPEG in tar) are compressed already'),
    duplicates: assumed(0, 'share', 'a corpus is cleaned of duplicates before training'),
    meanFileSize: sourced(250e6, 'B', HUB, 'parquet and CSV files, 200 to 300 MB'),
    changePerDay: assumed(0.001, 'share/day', 'shards are added; old ones seldom change'),
    similarity: 'append',
    note: 'For text that is stored uncompressed, give its compressibility.',
  },
  {
    name: 'inference-data',
    title: 'Prompts, answers and their logs',
    compressibility: LIKE_SILESIA,
    duplicates: NO_DUPLICATES,
    meanFileSize: sourced(250e6, 'B', { ...HUB, grade: 'assumption' }, 'kept in parquet files'),
    changePerDay: assumed(1 / 180, 'share/day', 'appended, and kept for 180 days'),
    similarity: 'append',
    note: 'Key-value caches are caches: leave them out of the backup.',
  },
  {
    name: 'vector-index',
    title: 'Embeddings and their index',
    compressibility: sourced(1.06, 'ratio', { ...ZIPNN, grade: 'assumption' }, 'as fp32 weights'),
    duplicates: NO_DUPLICATES,
    meanFileSize: assumed(1e9, 'B', 'segments of about 1 GB'),
    changePerDay: assumed(0.005, 'share/day', 'upserts'),
    skew: {
      hot: assumed(0.05, 'share', 'few documents are touched often'),
      takes: assumed(0.9, 'share', 'few documents are touched often'),
    },
    similarity: 'blocks',
    note: 'A re-embedding rewrites everything on its day: declare it as an event.',
  },
  {
    name: 'transactions',
    title: 'Databases with many updates',
    compressibility: sourced(1.9, 'ratio', WALLACE, 'mean of local compression, all data'),
    duplicates: NO_DUPLICATES,
    meanFileSize: assumed(1e9, 'B', 'tables in files of about 1 GB'),
    changePerDay: assumed(0.03, 'share/day', '300 GB a day of 10 TB'),
    skew: {
      hot: assumed(0.05, 'share', 'recent rows and indexes'),
      takes: assumed(0.9, 'share', 'recent rows and indexes'),
    },
    similarity: 'blocks',
    note: 'Every file of a live database changes daily: file-level tools copy it whole.',
  },
  {
    name: 'records',
    title: 'Records of people and cases',
    compressibility: sourced(1.6, 'ratio', HP_D2D, 'compression of the first full'),
    duplicates: NO_DUPLICATES,
    meanFileSize: assumed(1e6, 'B', 'a case with its attachments'),
    changePerDay: sourced(0.01, 'share/day', HP_D2D, '10 % of the data in 10 % of the files'),
    similarity: 'blocks',
    note: 'Hospital and government records without their images.',
  },
  {
    name: 'documents',
    title: 'Shared folders and home directories',
    compressibility: ranging(
      sourced(1.66, 'ratio', CUMULUS, 'user data set as compressed tar'),
      1.66,
      37 / 15.2,
      HARNIK,
      'a user home; a file server of 37 TB, zeros included',
    ),
    duplicates: ranging(
      sourced(0.128, 'share', POLICRONIADES, 'whole files; about 0.25 in chunks'),
      0.128,
      0.293,
      POLICRONIADES,
      'whole files; chunks of 2 kB',
    ),
    meanFileSize: sourced(153e3, 'B', CUMULUS, 'file server; median 1 kB'),
    changePerDay: ranging(
      sourced(
        10.3e9 / 3.47e12,
        'share/day',
        { ...CUMULUS, grade: 'derived' },
        'file server, 10.3 GB a day of 3.47 TB, 92 % of it new; one user: 1.7 % a day',
      ),
      10.3e9 / 3.47e12,
      0.017,
      { ...CUMULUS, grade: 'derived' },
      'a file server; a user home',
    ),
    similarity: 'blocks',
    note: 'A few large files hold most of the bytes.',
  },
  {
    name: 'vm-images',
    title: 'Images of virtual machines',
    compressibility: ranging(
      sourced((2.7 + 2.32) / 2, 'ratio', DONG, 'gzip on two workstation images'),
      2.32,
      2.7,
      DONG,
      'either image',
    ),
    duplicates: ranging(
      sourced(
        1 - 2 / (1.69 + 1.77),
        'share',
        DONG,
        'inside two workstation images (1.69 and 1.77 times); measured apart from gzip',
      ),
      1 - 1 / 1.69,
      1 - 1 / 1.77,
      DONG,
      'either image',
    ),
    meanFileSize: sourced((17.36e9 + 15.73e9) / 2, 'B', DONG, 'two workstation images'),
    changePerDay: ranging(
      sourced(
        (1 - 0.963) / 7,
        'share/day',
        REVDEDUP,
        '960 weekly fulls of virtual machines: at most all that was not saved (96.3 %), in a week',
      ),
      (1 - 0.983) / 7,
      (1 - 0.963) / 7,
      REVDEDUP,
      'saved in a week: 98.3 % and 96.3 %',
    ),
    similarity: 'blocks',
    note: 'Every running image changes daily: file-level tools copy it whole.',
  },
  {
    name: 'web-content',
    title: 'Pages, pictures and objects of a web service',
    compressibility: assumed(1.2, 'ratio', 'mostly pictures, compressed already; some text'),
    duplicates: NO_DUPLICATES,
    meanFileSize: assumed(500e3, 'B', 'a billion objects in 500 TB'),
    changePerDay: assumed(0.02, 'share/day', 'new and replaced objects'),
    similarity: 'append',
    note: 'The number of objects, not their bytes, decides how long a backup takes.',
  },
  {
    name: 'logs',
    title: 'Logs of machines and services',
    compressibility: LIKE_SILESIA,
    duplicates: NO_DUPLICATES,
    meanFileSize: assumed(100e6, 'B', 'rotated by size'),
    changePerDay: assumed(0.01, 'share/day', 'appended, and kept for about 100 days'),
    similarity: 'append',
    note: 'Uniform logs may shrink far more: observe measures it on samples.',
  },
  {
    name: 'medical-images',
    title: 'Medical images (DICOM)',
    compressibility: ranging(
      assumed(
        1,
        'ratio',
        'archives keep images compressed as often as not, and those shrink no more; uncompressed ones ' +
          'up to 2.38 with gzip, 3.81 with JPEG 2000 lossless (3679 grayscale images)',
      ),
      1,
      3.81,
      CLUNIE,
      'images stored compressed; JPEG 2000 lossless',
    ),
    duplicates: NO_DUPLICATES,
    meanFileSize: assumed(
      2e6,
      'B',
      'between an image of a CT (512 x 512 pixels of 2 B: 0.5 MB) and a radiograph (some 10 MB)',
    ),
    changePerDay: assumed(40e9 / 32e12, 'share/day', '40 GB a day added to 32 TB'),
    similarity: 'append',
    note: 'Studies are added and hardly ever changed. State the compressibility if yours are uncompressed.',
  },
  {
    name: 'source-code',
    title: 'Source code without its history',
    compressibility: sourced(
      1_229_540 / 260_488,
      'ratio',
      BACKUP_BENCH,
      'one Linux tree in restic 0.13.1 without compression, and with zstd; a tar of Linux 2.6.16: 4.57 ' +
        'with gzip, 7.11 with xz (lucidpixels.com, 2013-12-18)',
    ),
    duplicates: NO_DUPLICATES,
    meanFileSize: sourced(21.4e3, 'B', { ...CUMULUS, grade: 'assumption' }, 'as in a user home'),
    changePerDay: assumed(0.01, 'share/day', 'as in the example of the HP D2D Concepts Guide'),
    similarity: 'blocks',
    note: 'Many small files: the walk takes longer than the bytes.',
  },
  {
    name: 'generic',
    title: 'Data nothing is known about',
    compressibility: ranging(
      assumed(1, 'ratio', 'neutral: does not shrink'),
      1,
      1_229_540 / 260_488,
      OTHER_CLASSES,
      'training data; source code',
    ),
    duplicates: ranging(
      assumed(0, 'share', 'neutral: nothing stands twice'),
      0,
      1 - 2 / (1.69 + 1.77),
      OTHER_CLASSES,
      'most classes; images of virtual machines',
    ),
    meanFileSize: assumed(1e6, 'B', 'neutral: a million files a terabyte'),
    changePerDay: ranging(
      assumed(0.01, 'share/day', 'as in the example of the HP D2D Concepts Guide'),
      0.001,
      1 / 30,
      OTHER_CLASSES,
      'training data; weights of models; checkpoints, which are rewritten, left out',
    ),
    similarity: 'blocks',
    note: 'State size, change and compressibility yourself, or run observe on the data.',
  },
];

/** The content class of that name, if there is one. */
export const contentClass = (name: string): ContentClass | undefined =>
  CONTENT_CLASSES.find((each) => each.name === name);
