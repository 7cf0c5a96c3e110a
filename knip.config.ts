import type { KnipConfiguration } from 'knip';

/** Pages and schemas that `reports/docs.mjs` writes, out of the build. */
const GENERATED = [
  'src/benchmark/measurement-schema.ts!',
  'src/benchmark/plan-reference.ts!',
  'src/calibration/profile-schema.ts!',
  'src/catalog/page.ts!',
  'src/cli/manual/page.ts!',
  'src/gate/gate-schema.ts!',
  'src/gate/history/history-schema.ts!',
  'src/report/result/schema.ts!',
  'src/scenario/docs/json-schema.ts!',
  'src/scenario/docs/reference.ts!',
];

/**
 * `knip` finds what nobody uses, `knip --production` what only tests use. What belongs to the
 * program is marked with `!`.
 */
export default ({ production = false }: { readonly production?: boolean }): KnipConfiguration => ({
  entry: [
    'src/cli/start.ts!',
    'src/index.ts!',
    // What threads are started with.
    'src/study/trial-thread.ts!',
    '{reports,scenarios}/**/*.{ts,js,mjs}',
    'test/bench/*.{ts,js,mjs}',
    'test/mutants/vitest.config.ts',
    'test/fuzz/*.fuzz.ts',
    // Named in `test/fuzz/run.js`.
    'vitest.fuzz.config.ts',
    'test/slow/*.slow.ts',
    // Loaded before a program that is to fail.
    'test/support/programs/failing-at.mjs',
    // Started as a program.
    'test/support/servers/slow-line.mjs',
    '.ci/*.mjs',
    ...(production ? GENERATED : []),
  ],
  project: [
    'src/**/*.ts!',
    'bin/**/*.js!',
    '{test,reports,scenarios}/**/*.{ts,js,mjs}',
    '.ci/*.mjs',
    '{knip,vitest,vitest.fuzz,vitest.slow}.config.ts',
  ],
  ignoreBinaries: [
    'groff',
    'hyperfine',
    'mkfifo',
    'monmaptool',
    'mount',
    'setpriv',
    'ssh-keygen',
    'taskset',
    'systemd-detect-virt',
    'umount',
  ],
  ignoreDependencies: [
    // Read as files, for the HTML page that carries them; tests draw charts with vega and vega-lite.
    'vega-interpreter',
    ...(production ? ['vega', 'vega-lite'] : []),
    // Named in `test/mutants/run.js`.
    ...(production ? [] : ['@stryker-mutator/vitest-runner']),
  ],
  // What a file uses itself may be exported for its test.
  ignoreExportsUsedInFile: production ? true : { interface: true, type: true },
});
