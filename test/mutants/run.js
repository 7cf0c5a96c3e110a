// Plants faults in the code of a room, one after the other, and lists those that the tests nearest to
// it let pass: `npm run mutants -- units model`; without a name all rooms, which takes hours.
import { Stryker } from '@stryker-mutator/core';
import { ROOMS } from './rooms.js';

const named = process.argv.slice(2);
const unknown = named.find((name) => !Object.hasOwn(ROOMS, name));
if (unknown !== undefined) {
  console.error(`there is no room ${unknown}: ${Object.keys(ROOMS).join(', ')}`);
  process.exit(2);
}

// A law that fails by chance must not count as a fault that was found.
process.env.BACKCAST_SEED ??= '20260105';
for (const name of named.length > 0 ? named : Object.keys(ROOMS)) await plantIn(name);

async function plantIn(name) {
  const { code, tests } = ROOMS[name];
  process.env.BACKCAST_MUTANTS = tests.map(all('.test.ts')).join();
  await new Stryker({
    mutate: code.map(all('.ts')),
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'test/mutants/vitest.config.ts', related: false },
    concurrency: 1,
    reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
    clearTextReporter: { allowColor: false, logTests: false },
    jsonReporter: { fileName: `.stryker/${name}.json` },
    htmlReporter: { fileName: `.stryker/${name}.html` },
    tempDirName: '.stryker/work',
    ignorePatterns: ['biome.json', 'dist', 'reports', 'test/golden'],
    // TypeScript 7 has no interface for programs yet, and tests know no types.
    tsconfigFile: 'none',
    disableTypeChecks: false,
  }).runMutationTest();
}

/** A file as it is, a folder as all of its files that end so. */
function all(ending) {
  return (path) => (path.endsWith(ending) ? path : `${path}/**/*${ending}`);
}
