// Counts the tests in the JSON reports that vitest wrote into a folder, one for each Node, and
// prints the closing line of the run. A test that ran on several Nodes counts once: as failed if it
// failed on any of them, else as passed if it passed on any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const reports = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({
    node: name.slice(0, -'.json'.length),
    ...JSON.parse(readFileSync(join(folder, name), 'utf8')),
  }));

const states = new Map();
const note = (test, state) => {
  const known = states.get(test) ?? 'skipped';
  if (known !== 'failed' && state !== 'skipped') states.set(test, state);
  else states.set(test, known);
};

for (const report of reports) {
  for (const file of report.testResults) {
    for (const [index, test] of file.assertionResults.entries()) {
      const state = { passed: 'passed', failed: 'failed' }[test.status] ?? 'skipped';
      note(`${file.name} ${index} ${test.fullName}`, state);
    }
    // A file that could not be loaded has no tests to fail, so it counts itself.
    if (file.status === 'failed' && !file.assertionResults.some((t) => t.status === 'failed')) {
      note(file.name, 'failed');
    }
  }
}

const count = (state) => [...states.values()].filter((one) => one === state).length;

if (reports.length === 0) {
  console.log('\nNo test ran.');
  process.exitCode = 1;
} else {
  console.log(`\nRun on Node ${reports.map((report) => report.node).join(', ')}.`);
  console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  if (count('passed') === 0 || count('failed') > 0) process.exitCode = 1;
}
