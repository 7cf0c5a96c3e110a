// Counts the tests in the JSON reports that vitest wrote into a folder, one for each stage, and
// prints the closing line of the run. A test that ran in several stages counts once: as failed if it
// failed in any of them, else as passed if it passed in any. What stages have skipped for want of
// programs, with how to get them, is listed before.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8');
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ stage: name.slice(0, -'.json'.length), ...JSON.parse(read(name)) }));

/** Stages run in clones of their own, so a file is named by its path in the clone. */
const inClone = (path) => path.slice(path.lastIndexOf('/test/') + 1);

const states = new Map();
const note = (test, state) => {
  const known = states.get(test) ?? 'skipped';
  if (known !== 'failed' && state !== 'skipped') states.set(test, state);
  else states.set(test, known);
};

for (const report of reports) {
  for (const file of report.testResults) {
    const alike = new Map();
    for (const test of file.assertionResults) {
      const state = { passed: 'passed', failed: 'failed' }[test.status] ?? 'skipped';
      const number = alike.get(test.fullName) ?? 0;
      alike.set(test.fullName, number + 1);
      note(`${inClone(file.name)} ${number} ${test.fullName}`, state);
    }
    // A file that could not be loaded has no tests to fail, so it counts itself.
    if (file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed')) {
      note(inClone(file.name), 'failed');
    }
  }
}

const count = (state) => [...states.values()].filter((one) => one === state).length;

if (reports.length === 0) {
  console.log('\nNo test ran.');
  process.exitCode = 1;
} else {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.json.skipped'))) {
    const text = read(name).trimEnd();
    if (text !== '') console.log(`\n${name.slice(0, -'.json.skipped'.length)}: ${text}`);
  }
  console.log(`\nRun with ${reports.map((report) => report.stage).join('; ')}.`);
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  if (count('passed') === 0 || count('failed') > 0) process.exitCode = 1;
}
