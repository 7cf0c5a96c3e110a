import type { KnipConfiguration } from 'knip';

/** Pages and schemas that `reports/docs.mjs` writes, out of the build. */
const GENERATED = [
  'src/benchmark/measurement-schema.ts!',
  'src/benchmark/plan-reference.ts!',
  'src/catalog/page.ts!',
  'src/report/result/schema.ts!',
  'src/scenario/docs/json-schema.ts!',
  'src/scenario/docs/reference.ts!',
];

/** Files that only tests use, and that are meant to stay. */
const ONLY_TESTED = [
  // Formulas of docs/model.md without a clock: tests hold the simulation to some of them, and the
  // others await those who plan with them.
  'src/model/capacity.ts!',
  'src/model/cartridge-count.ts!',
  'src/model/drive-failure.ts!',
  'src/model/erasure-coding.ts!',
  'src/model/latent-faults.ts!',
  'src/model/byte-hours.ts!',
  'src/model/meter-bill.ts!',
  'src/model/snapshot-bill.ts!',
  'src/model/stock-bill.ts!',
  'src/model/pipeline.ts!',
  'src/model/rebase.ts!',
  'src/model/recovery-time.ts!',
  'src/model/reduction.ts!',
  'src/model/verification.ts!',
  // A law reads back what it writes; a plan that was worked out will be written with it.
  'src/scenario/write.ts!',
  // For strategies compared in the same futures, which come next.
  'src/stats/paired.ts!',
];

/** Files that hold some exports for tests only. */
const PARTLY_TESTED: KnipConfiguration['ignoreIssues'] = {
  // Formulas of docs/model.md, as above.
  'src/model/bill.ts': ['exports'],
  'src/model/chain-integrity.ts': ['exports'],
  'src/model/checkpoint.ts': ['exports', 'types'],
  'src/model/network.ts': ['exports'],
  'src/model/object-rate.ts': ['exports'],
  'src/model/sparse-change.ts': ['exports'],
  'src/model/tape.ts': ['exports'],
  'src/model/tape-job.ts': ['exports'],
  // All dimensions have the same functions, and so has money.
  'src/units/money.ts': ['exports'],
  'src/units/quantity.ts': ['exports'],
  'src/simulation/plan/levels.ts': ['types'],
};

/**
 * `knip` finds what nobody uses, `knip --production` what only tests use. What belongs to the
 * program is marked with `!`.
 */
export default ({ production = false }: { readonly production?: boolean }): KnipConfiguration => ({
  entry: [
    'src/cli/start.ts!',
    // What threads are started with.
    'src/study/trial-thread.ts!',
    '{reports,scenarios}/**/*.{ts,js,mjs}',
    'test/bench/*.{ts,js,mjs}',
    '.ci/*.mjs',
    ...(production ? [...GENERATED, ...ONLY_TESTED] : []),
  ],
  project: [
    'src/**/*.ts!',
    'bin/**/*.js!',
    '{test,reports,scenarios}/**/*.{ts,js,mjs}',
    '.ci/*.mjs',
    '*.config.ts',
  ],
  ignoreBinaries: [
    'hyperfine',
    'mkfifo',
    'monmaptool',
    'mount',
    'setpriv',
    'ssh-keygen',
    'systemd-detect-virt',
    'truncate',
    'umount',
    'unshare',
  ],
  // Read as files, for the HTML page that carries them; tests draw charts with vega and vega-lite.
  ignoreDependencies: ['vega-interpreter', ...(production ? ['vega', 'vega-lite'] : [])],
  // What a file uses itself may be exported for its test.
  ignoreExportsUsedInFile: production ? true : { interface: true, type: true },
  ignoreIssues: production ? PARTLY_TESTED : {},
});
