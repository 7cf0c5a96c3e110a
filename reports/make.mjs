// Remakes the reports of the scenarios that ship, and the profiles: `npm run reports`. With a folder as
// argument it writes there instead, which is how the test compares them.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { remakeProfiles } from './profiles.mjs';
import { weekReport } from './week.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../..');
const into = resolve(process.argv[2] ?? join(root, 'reports'));
mkdirSync(into, { recursive: true });

/** The model that forecasts each tool that was measured. */
const MODELLED = { Borg: 'borg', Bupstash: 'restic', Kopia: 'restic' };

/** Runs the command on a scenario; 3 (no strategy meets every objective) is an answer too. */
function simulate(scenario, ...options) {
  const args = [join(root, 'bin/backcast.js'), 'simulate', join('scenarios', scenario), ...options];
  try {
    return execFileSync(process.execPath, args, { cwd: root, maxBuffer: 1e9, encoding: 'utf8' });
  } catch (error) {
    if (error.status === 3) return error.stdout;
    throw error;
  }
}

for (const scenario of readdirSync(join(root, 'scenarios')).filter((name) =>
  /^(?!bench-).*\.yaml$/.test(name),
)) {
  const report = simulate(scenario, '--format', 'markdown', '--full');
  writeFileSync(join(into, scenario.replace('.yaml', '.md')), report);
}
writeFileSync(join(into, 'history-measured.md'), measured());
const profiles = process.argv[2] ? join(into, 'profiles') : join(root, 'scenarios/profiles');
const foretold = await remakeProfiles(root, profiles);
writeFileSync(join(into, 'hindcast.md'), `${foretold}${await weekReport(root)}`);

/** Simulated sizes of the replayed history beside what was measured. */
function measured() {
  const result = JSON.parse(simulate('history.yaml', '--json'));
  const firsts = rows('test/oracles/data/history-m7a-first-backup.csv');
  const states = rows('scenarios/history-m7a.csv');
  const gib = (bytes) => (bytes / 2 ** 30).toFixed(2);
  const mib = (bytes) => Math.round(bytes / 2 ** 20);
  const seed = (name) =>
    result.strategies
      .find((strategy) => strategy.name === name)
      .jobs.find(({ level }) => level === 'seed');
  const [workload] = result.workloads;
  const last = states[states.length - 1];
  const added = states
    .slice(1)
    .reduce((sum, row) => sum + Number(row.added_MiB) + Number(row.changed_MiB), 0);
  const increments = result.strategies
    .find(({ name }) => name === 'tar')
    .jobs.find(({ level }) => level === 'incremental');
  const share = (a, b) => `${(100 * (a / b - 1)).toFixed(1)} %`;
  const line = (...cells) => `| ${cells.join(' | ')} |`;
  const compare = (what, simulated, real, unit) =>
    line(what, `${simulated} ${unit}`, `${real} ${unit}`, share(Number(simulated), Number(real)));
  const read = mib(increments.bytesRead.mean * increments.count.mean);
  return `${[
    '# A measured history, replayed',
    '',
    'Thirty real states of a file store over 31 months and the measured change between them',
    '(`scenarios/history-m7a.csv` names the source) are the workload of `scenarios/history.yaml`.',
    'What is simulated stands here beside what was measured.',
    '',
    line('what', 'simulated', 'measured', 'difference'),
    line('---', '---:', '---:', '---:'),
    compare('source at the first state', gib(workload.sizeAtStart.mean), states[0].size_GiB, 'GiB'),
    compare('source at the last state', gib(workload.sizeAtEnd.mean), last.size_GiB, 'GiB'),
    compare('added and changed over 29 intervals', read, Math.round(added), 'MiB'),
    ...firsts.map(({ tool, repository_MiB: real }) =>
      compare(`first backup, ${tool}`, mib(seed(MODELLED[tool]).bytesStored.mean), real, 'MiB'),
    ),
    '',
    'The sizes and the change are given, so they must agree; the first backups are forecasts from the',
    'catalog alone (content class documents), made without looking at the measured ones, and each',
    'tool is forecast with the model named here:',
    `${Object.entries(MODELLED)
      .map(([tool, name]) => `${tool} as \`${name}\``)
      .join(', ')}.`,
    'They show how far a catalog value may be trusted for a store it has never seen.',
    '',
  ].join('\n')}`;
}

function rows(file) {
  const lines = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const header = lines[0].split(',');
  return lines
    .slice(1)
    .map((line) => Object.fromEntries(line.split(',').map((cell, i) => [header[i], cell])));
}
